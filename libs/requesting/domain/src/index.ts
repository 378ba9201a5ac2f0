export * from './codes';
export * from './tracing-request';
export * from './tracing-request.events';
export { admissible } from './tracing-request.policy';
