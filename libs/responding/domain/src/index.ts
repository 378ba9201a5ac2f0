export * from './case-content';
export * from './codes';
export * from './trace-case';
export { caseBook, type CaseBook, EMPTY_CASE_BOOK, isCaseEvent, isWordEvent } from './trace-case.book';
export * from './trace-case.commands';
export * from './trace-case.events';
export * from './trace-case.upcast';
