import { profilesFingerprint, regimeProfiles } from '@vestigo/deadlines';
import { docket, type DocketDue, type DocketSubject, type Entry } from '@vestigo/docket';
import { keptText, matterOfCase } from '@vestigo/lifecycle';
import {
  type CaseBook,
  caseBook,
  type CaseClock,
  type CaseClocks,
  type CaseStatus,
  type ClockNotes,
  clocksOf,
  EMPTY_CASE_BOOK,
  isCaseEvent,
  notedClocks,
  traceCase,
  type TraceCaseEvent,
} from '@vestigo/responding/domain';

/** What the docket keeps of a case between its events. */
interface Kept {
  readonly books: CaseBook;
  readonly notes?: ClockNotes | undefined;
}

/** How the events of a case show on the responding desk's docket. */
export const caseDocket: DocketSubject<CaseStatus, TraceCaseEvent> = {
  name: 'case_list',
  category: traceCase.category,
  version: profilesFingerprint(regimeProfiles),
  desk: 'respondingState',
  follow(text, event, recordedAt) {
    if (!isCaseEvent(event)) return undefined;
    const before = text === undefined ? nothing : read(text);
    const books = caseBook(before.books, event);
    const notes = notedClocks(before.notes, event, recordedAt);
    const { status } = matterOfCase(books.book);
    const due = notes && dueIn(clocksOf(notes, status, regimeProfiles));
    return { kept: JSON.stringify({ books: keptText(books), notes }), status, entry: entryOf(event), due };
  },
};

function entryOf(event: TraceCaseEvent): Entry | undefined {
  if (event.type !== 'CaseReceived' || !event.clock) return undefined;
  const { requestingState, respondingState, imported } = event.clock;
  return { requestingState, respondingState, imported, priority: event.data.priority, isDraft: false };
}

function dueIn({ acknowledge, answer }: CaseClocks): DocketDue {
  const running = ({ standing, dueAt }: CaseClock) => (standing === 'RUNNING' ? dueAt : null);
  return {
    acknowledge: running(acknowledge),
    answer: running(answer),
    suspended: answer.standing === 'SUSPENDED',
  };
}

const nothing: Kept = { books: EMPTY_CASE_BOOK };

function read(text: string): Kept {
  const kept: unknown = JSON.parse(text);
  if (!isKept(kept)) return nothing;
  const books: unknown = JSON.parse(kept.books);
  return { books: isCaseBook(books) ? books : EMPTY_CASE_BOOK, notes: kept.notes };
}

const isKept = (value: unknown): value is { readonly books: string; readonly notes?: ClockNotes } =>
  typeof value === 'object' && value !== null && 'books' in value && typeof value.books === 'string';

const isCaseBook = (value: unknown): value is CaseBook =>
  typeof value === 'object' && value !== null && 'book' in value && 'waiting' in value;

export const caseList = docket(caseDocket);
