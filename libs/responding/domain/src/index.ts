export * from './answer-rules';
export * from './answer-warnings';
export * from './case-clocks';
export * from './case-content';
export * from './clock-notes';
export * from './codes';
export * from './consent-clocks';
export * from './cross-hit-notice';
export * from './cross-hits';
export * from './record-life';
export * from './trace-case';
export {
  actKindOf,
  caseBook,
  type CaseBook,
  EMPTY_CASE_BOOK,
  isCaseEvent,
  isWordEvent,
} from './trace-case.book';
export * from './trace-case.commands';
export * from './trace-case.events';
export * from './trace-case.forms';
