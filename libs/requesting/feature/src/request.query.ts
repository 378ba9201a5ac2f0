import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type DocketLine, type DocketQuery, type DueQuery, dueLinesOf, linesOf } from '@vestigo/docket';
import { fold, type Log, type RecordedEvent, type View } from '@vestigo/kernel';
import {
  crossHitWord,
  type CrossHitWordEvent,
  type RequestStatus,
  type TracingRequest,
  tracingRequest,
  type TracingRequestEvent,
} from '@vestigo/requesting/domain';
import { requestDocket } from './request-list.projection';
import { REQUESTING_LOG } from './requesting.command';

/** One request straight from the log, so that a desk reads what it has just written. */
export class GetRequest extends Query<FoundRequest> {
  constructor(readonly requestId: string) {
    super();
  }
}

export interface FoundRequest {
  readonly request: TracingRequest;
  readonly history: readonly RecordedEvent<TracingRequestEvent>[];
  /** Numbers of the items that the State asked is asked about in another request as well, as it said. */
  readonly crossHits: readonly number[];
}

@QueryHandler(GetRequest)
export class GetRequestHandler implements IQueryHandler<GetRequest> {
  constructor(@Inject(REQUESTING_LOG) private readonly log: Log) {}

  async execute({ requestId }: GetRequest): Promise<FoundRequest> {
    const { store } = this.log;
    const [history, words] = await Promise.all([
      store.read<TracingRequestEvent>(`${tracingRequest.category}-${requestId}`),
      store.read<CrossHitWordEvent>(`${crossHitWord.category}-${requestId}`),
    ]);
    return { request: fold(tracingRequest, history), history, crossHits: fold(crossHitWord, words) };
  }
}

export const REQUEST_LIST = Symbol('view of the requests');

/** The docket of a requesting desk. */
export class ListRequests extends Query<readonly DocketLine<RequestStatus>[]> {
  constructor(readonly query: DocketQuery<RequestStatus>) {
    super();
  }
}

@QueryHandler(ListRequests)
export class ListRequestsHandler implements IQueryHandler<ListRequests> {
  constructor(@Inject(REQUEST_LIST) private readonly view: View) {}

  execute({ query }: ListRequests) {
    return Promise.resolve(linesOf(this.view, requestDocket, query));
  }
}

/** The same docket by what falls due next. */
export class ListRequestsByDue extends Query<readonly DocketLine<RequestStatus>[]> {
  constructor(readonly query: DueQuery<RequestStatus>) {
    super();
  }
}

@QueryHandler(ListRequestsByDue)
export class ListRequestsByDueHandler implements IQueryHandler<ListRequestsByDue> {
  constructor(@Inject(REQUEST_LIST) private readonly view: View) {}

  execute({ query }: ListRequestsByDue) {
    return Promise.resolve(dueLinesOf(this.view, requestDocket, query));
  }
}
