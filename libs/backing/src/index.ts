export * from './backing';
export * from './lease';
export * from './run-service';
