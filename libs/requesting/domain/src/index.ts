export * from './codes';
export * from './tracing-request';
export * from './tracing-request.events';
export { afterReturn, isMatterEvent, isReplyEvent, requestBook } from './tracing-request.book';
export * from './tracing-request.commands';
export type { DraftedRequest } from './tracing-request.draft';
export * from './tracing-request.upcast';
export { admissible } from './tracing-request.policy';
