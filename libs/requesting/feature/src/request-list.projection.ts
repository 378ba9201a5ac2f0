import { docket, type DocketSubject } from '@vestigo/docket';
import { type RequestStatus, tracingRequest, type TracingRequestEvent } from '@vestigo/requesting/domain';

/** How the events of a request show on the requesting desk's docket. */
export const requestDocket: DocketSubject<RequestStatus, TracingRequestEvent> = {
  name: 'request_list',
  category: tracingRequest.category,
  desk: 'requestingState',
  opens: 'RequestSubmitted',
  statusAfter: {
    RequestSubmitted: 'submitted',
    RequestDelivered: 'delivered',
    DeliveryFailed: 'undeliverable',
    AcknowledgementReceived: 'acknowledged',
    AnswerReceived: 'answered',
    RefusalReceived: 'refused',
    RequestWithdrawn: 'withdrawn',
    RequestClosed: 'closed',
  },
  priorityOf: (event) => (event.type === 'RequestSubmitted' ? event.data.priority : ''),
  final: ['withdrawn', 'closed'],
};

export const requestList = docket(requestDocket);
