export * from './directory.module';
export { DirectoryCommand } from './participant.command';
export { ListParticipants, participantList, type ParticipantLine } from './participant-list.projection';
export * from './directory-copy';
