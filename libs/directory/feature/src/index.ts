export * from './directory.module';
export { DirectoryCommand } from './participant.command';
export { ListParticipants, type ParticipantLine } from './participant-list.projection';
export * from './directory-copy';
