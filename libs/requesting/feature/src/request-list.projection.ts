import { docket, type DocketSubject, type Entry, type Followed } from '@vestigo/docket';
import { EMPTY_BOOK, keptText, matterOfRequest } from '@vestigo/lifecycle';
import {
  afterReturn,
  type DraftEvent,
  isDraftEvent,
  isMatterEvent,
  type Parties,
  requestBook,
  type RequestStatus,
  type SubmittedRequest,
  tracingRequest,
  type TracingRequestEvent,
} from '@vestigo/requesting/domain';

type Kept = Pick<SubmittedRequest, 'book' | 'returned'>;
/** What the revision of a draft does not say again. */
type KeptDraft = Pick<Parties, 'requestingState' | 'imported'>;

/** How the events of a request show on the requesting desk's docket. */
export const requestDocket: DocketSubject<RequestStatus, TracingRequestEvent> = {
  name: 'request_list',
  category: tracingRequest.category,
  desk: 'requestingState',
  follow(text, event) {
    const before: unknown = text === undefined ? undefined : JSON.parse(text);
    if (isDraftEvent(event)) return draftAfter(before, event);
    if (!isMatterEvent(event)) return undefined;
    const { book, returned } = isKept(before) ? before : nothing;
    const kept = { book: requestBook(book, event), returned: afterReturn(returned, event) };
    const { status } = matterOfRequest(kept.book, kept.returned);
    return { kept: keptText(kept), status, entry: entryOf(event) };
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

const isKept = (value: unknown): value is Kept =>
  typeof value === 'object' && value !== null && 'book' in value && 'returned' in value;

const isKeptDraft = (value: unknown): value is KeptDraft =>
  typeof value === 'object' && value !== null && 'requestingState' in value && 'imported' in value;

const nothing: Kept = { book: EMPTY_BOOK, returned: false };

export const requestList = docket(requestDocket);
