export * from './participant';
export * from './participant.events';
