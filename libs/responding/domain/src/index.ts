export * from './case-content';
export * from './codes';
export * from './trace-case';
export * from './trace-case.events';
export * from './trace-case.forms';
