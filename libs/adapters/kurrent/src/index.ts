export { kurrentSettings, type KurrentEventStoreOptions } from './connection';
export * from './kurrent-event-store';
