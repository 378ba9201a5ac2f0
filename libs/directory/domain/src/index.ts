export * from './delegations';
export * from './entries';
export * from './marking-practices';
export * from './participant';
export * from './participant.events';
export * from './points-of-contact';
export * from './suggest-whom-to-ask';
