export * from './codes';
export * from './tracing-request';
export * from './tracing-request.events';
export * from './tracing-request.forms';
export { admissible } from './tracing-request.policy';
