import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Log, View } from '@vestigo/kernel';
import type { KeptRequest } from '@vestigo/requesting/domain';
import { REQUESTING_LOG } from './requesting.command';
import { TRACE_LINKS, type TrailOf, trailReader } from './trails';

/** The requests that hang together with this one: what led to it, and what followed from any of them. */
export class GetTrace extends Query<readonly KeptRequest[]> {
  constructor(readonly requestId: string) {
    super();
  }
}

@QueryHandler(GetTrace)
export class GetTraceHandler implements IQueryHandler<GetTrace> {
  private readonly trailOf: TrailOf;

  constructor(@Inject(REQUESTING_LOG) log: Log, @Inject(TRACE_LINKS) view: View) {
    this.trailOf = trailReader(log, view);
  }

  execute({ requestId }: GetTrace): Promise<readonly KeptRequest[]> {
    return this.trailOf(requestId);
  }
}
