export * from './testing/decider-specification';
export * from './testing/eventually';
export * from './testing/golden-events';
export * from './testing/event-store.contract';
export * from './testing/read-store.contract';
export * from './testing/sample-events';
export * from './testing/transport.contract';
