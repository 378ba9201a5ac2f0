export * from './answer-rules';
export * from './answer-warnings';
export * from './codes';
export * from './record-life';
export * from './trace-case';
export * from './trace-case.events';
