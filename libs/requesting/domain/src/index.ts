export * from './codes';
export * from './request-content';
export { faultsOfContent } from './request-content.policy';
export * from './request-content.upcast';
export * from './tracing-request';
export * from './tracing-request.events';
export * from './tracing-request.forms';
export { admissible, type SentRequest } from './tracing-request.policy';
