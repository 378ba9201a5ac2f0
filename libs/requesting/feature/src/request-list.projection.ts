import { type Due, profilesFingerprint, regimeProfiles } from '@vestigo/deadlines';
import { docket, type DocketDue, type DocketSubject, type Entry, type Followed } from '@vestigo/docket';
import { EMPTY_BOOK, keptText, matterOfRequest } from '@vestigo/lifecycle';
import {
  afterReturn,
  type DraftEvent,
  dueNotes,
  type DueNotes,
  isDraftEvent,
  isMatterEvent,
  type Parties,
  requestBook,
  type RequestStatus,
  runningDues,
  type RunningDues,
  type SubmittedRequest,
  tracingRequest,
  type TracingRequestEvent,
} from '@vestigo/requesting/domain';

/** What the docket keeps of a request between its events. */
interface Kept {
  readonly books: Pick<SubmittedRequest, 'book' | 'returned'>;
  readonly notes?: DueNotes | undefined;
}

/** What the revision of a draft does not say again. */
type KeptDraft = Pick<Parties, 'requestingState' | 'imported'>;

/** How the events of a request show on the requesting desk's docket. */
export const requestDocket: DocketSubject<RequestStatus, TracingRequestEvent> = {
  name: 'request_list',
  category: tracingRequest.category,
  version: profilesFingerprint(regimeProfiles),
  desk: 'requestingState',
  follow(text, event, recordedAt) {
    const before: unknown = text === undefined ? undefined : JSON.parse(text);
    if (isDraftEvent(event)) return draftAfter(before, event);
    if (!isMatterEvent(event)) return undefined;
    const so = keptIn(before);
    const books = {
      book: requestBook(so.books.book, event),
      returned: afterReturn(so.books.returned, event),
    };
    const notes = dueNotes(so.notes, event, recordedAt);
    const { status } = matterOfRequest(books.book, books.returned);
    const due = notes && docketDue(runningDues(notes, status, regimeProfiles));
    return { kept: JSON.stringify({ books: keptText(books), notes }), status, entry: entryOf(event), due };
  },
};

function entryOf(event: TracingRequestEvent): Entry | undefined {
  if (event.type !== 'RequestSubmitted' || !event.clock) return undefined;
  const { requestingState, respondingState, imported } = event.clock;
  return { requestingState, respondingState, imported, priority: event.data.priority, isDraft: false };
}

function draftAfter(before: unknown, event: DraftEvent): Followed<RequestStatus> | undefined {
  const draft = event.type === 'RequestDrafted' ? event.data : before;
  if (!isKeptDraft(draft)) return undefined;
  const { requestingState, imported } = draft;
  const kept = JSON.stringify({ requestingState, imported });
  if (event.type === 'DraftApproved') return { kept, status: 'approved' };
  const { respondingState, content } = event.data;
  const entry = { requestingState, respondingState, imported, priority: content.priority, isDraft: true };
  return { kept, status: 'draft', entry };
}

function docketDue({ acknowledge, answer }: RunningDues): DocketDue {
  const at = (due: Due | null) => (due && due.at < Infinity ? due.at : null);
  return { acknowledge: at(acknowledge), answer: at(answer), suspended: answer?.at === Infinity };
}

function keptIn(value: unknown): Kept {
  if (!isKept(value)) return nothing;
  const books: unknown = JSON.parse(value.books);
  return { books: isBooks(books) ? books : nothing.books, notes: value.notes };
}

const isKept = (value: unknown): value is { readonly books: string; readonly notes?: DueNotes } =>
  typeof value === 'object' && value !== null && 'books' in value && typeof value.books === 'string';

const isBooks = (value: unknown): value is Kept['books'] =>
  typeof value === 'object' && value !== null && 'book' in value && 'returned' in value;

const isKeptDraft = (value: unknown): value is KeptDraft =>
  typeof value === 'object' && value !== null && 'requestingState' in value && 'imported' in value;

const nothing: Kept = { books: { book: EMPTY_BOOK, returned: false } };

export const requestList = docket(requestDocket);
