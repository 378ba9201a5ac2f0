export * from './backing';
export * from './lease';
export * from './refused.command';
export * from './run-service';
export * from './topics.command';
