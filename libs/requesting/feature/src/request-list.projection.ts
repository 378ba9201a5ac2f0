import { docket, type DocketSubject } from '@vestigo/docket';
import { EMPTY_BOOK, keptText, matterOfRequest, type MatterStatus } from '@vestigo/lifecycle';
import {
  afterReturn,
  currentRequestEvent,
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
  follow(text, stored) {
    if (!isMatterEvent(stored)) return undefined;
    const event = currentRequestEvent(stored);
    const before = text === undefined ? nothing : (JSON.parse(text) as Kept);
    const kept = { book: requestBook(before.book, event), returned: afterReturn(before.returned, event) };
    return { kept: keptText(kept), status: matterOfRequest(kept.book, kept.returned).status };
  },
  priorityOf: (event) => (event.type === 'RequestSubmitted' ? event.data.priority : ''),
};

const nothing: Kept = { book: EMPTY_BOOK, returned: false };

export const requestList = docket(requestDocket);
