import { docket, type DocketSubject } from '@vestigo/docket';
import { EMPTY_BOOK, keptText, matterOfRequest, type MatterStatus } from '@vestigo/lifecycle';
import {
  afterReturn,
  isMatterEvent,
  requestBook,
  type SubmittedRequest,
  tracingRequest,
  type TracingRequestEvent,
} from '@vestigo/requesting/domain';

type Kept = Pick<SubmittedRequest, 'book' | 'returned'>;

/** How the events of a request show on the requesting desk's docket. */
export const requestDocket: DocketSubject<MatterStatus, TracingRequestEvent> = {
  name: 'request_list',
  category: tracingRequest.category,
  desk: 'requestingState',
  opens: 'RequestSubmitted',
  follow(text, event) {
    if (!isMatterEvent(event)) return undefined;
    const before = text === undefined ? nothing : read(text);
    const kept = { book: requestBook(before.book, event), returned: afterReturn(before.returned, event) };
    return { kept: keptText(kept), status: matterOfRequest(kept.book, kept.returned).status };
  },
  priorityOf: (event) => (event.type === 'RequestSubmitted' ? event.data.priority : ''),
};

function read(text: string): Kept {
  const kept: unknown = JSON.parse(text);
  return isKept(kept) ? kept : nothing;
}

const isKept = (value: unknown): value is Kept =>
  typeof value === 'object' && value !== null && 'book' in value && 'returned' in value;

const nothing: Kept = { book: EMPTY_BOOK, returned: false };

export const requestList = docket(requestDocket);
