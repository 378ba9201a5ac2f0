import { docket, type DocketSubject, type Entry } from '@vestigo/docket';
import { keptText, matterOfCase } from '@vestigo/lifecycle';
import {
  type CaseBook,
  caseBook,
  type CaseStatus,
  EMPTY_CASE_BOOK,
  isCaseEvent,
  traceCase,
  type TraceCaseEvent,
} from '@vestigo/responding/domain';

/** How the events of a case show on the responding desk's docket. */
export const caseDocket: DocketSubject<CaseStatus, TraceCaseEvent> = {
  name: 'case_list',
  category: traceCase.category,
  desk: 'respondingState',
  follow(text, event) {
    if (!isCaseEvent(event)) return undefined;
    const before = text === undefined ? EMPTY_CASE_BOOK : read(text);
    const kept = caseBook(before, event);
    return { kept: keptText(kept), status: matterOfCase(kept.book).status, entry: entryOf(event) };
  },
};

function entryOf(event: TraceCaseEvent): Entry | undefined {
  if (event.type !== 'CaseReceived' || !event.clock) return undefined;
  const { requestingState, respondingState, imported } = event.clock;
  return { requestingState, respondingState, imported, priority: event.data.priority, isDraft: false };
}

function read(text: string): CaseBook {
  const kept: unknown = JSON.parse(text);
  return isCaseBook(kept) ? kept : EMPTY_CASE_BOOK;
}

const isCaseBook = (value: unknown): value is CaseBook =>
  typeof value === 'object' && value !== null && 'book' in value && 'waiting' in value;

export const caseList = docket(caseDocket);
