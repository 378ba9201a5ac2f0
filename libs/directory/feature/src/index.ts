export * from './directory.module';
export { DirectoryCommand } from './participant.command';
export { ListParticipants, participantList, type ParticipantLine } from './participant-list.projection';
export type { AddressedContact, DeskClock, DeskClocks, DirectoryReading } from './directory-reading';
export * from './directory-copy';
