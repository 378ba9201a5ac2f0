export * from './backup';
export { DamagedDatabase } from './database';
export { openThreadedEventStore } from './log-thread';
export * from './sqlite-event-store';
export * from './sqlite-read-store';
export * from './sqlite-transport';
export * from './uuid-v7';
export type { Pace } from './wakeup';
