import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { DueDates, RegimeProfile } from '@vestigo/deadlines';
import type { Instant, View } from '@vestigo/kernel';
import {
  type CountedFigure,
  type CountedRequest,
  countedRequest,
  dueDatesOf,
} from '@vestigo/oversight/domain';
import { clockOf, type ClockRow } from './clock-row';
import { countedPages, type CountedQuery } from './counted-rows';
import { PROFILES, REQUEST_CLOCKS } from './pairs.query';

export interface CountedRequestsQuery extends CountedQuery {
  /** Only requests that are counted in this figure. */
  readonly figure: CountedFigure;
  /** Requests after this one, by id. */
  readonly after?: string | undefined;
  readonly limit: number;
}

export interface CountedLine extends CountedRequest {
  readonly requestId: string;
  readonly requestingState: string;
  readonly respondingState: string;
  readonly submittedAt: Instant | null;
  readonly imported: boolean;
  readonly refusalGround: string | null;
  /** By what was known as of the figures. */
  readonly due: DueDates;
}

/** The requests that a figure was counted from, in the order of their ids: clocks and codes, never content. */
export class ListCountedRequests extends Query<readonly CountedLine[]> {
  constructor(readonly query: CountedRequestsQuery) {
    super();
  }
}

@QueryHandler(ListCountedRequests)
export class ListCountedRequestsHandler implements IQueryHandler<ListCountedRequests> {
  constructor(
    @Inject(REQUEST_CLOCKS) private readonly view: View,
    @Inject(PROFILES) private readonly profiles: readonly RegimeProfile[],
  ) {}

  async execute({ query }: ListCountedRequests): Promise<readonly CountedLine[]> {
    const { figure, after, limit, asOf } = query;
    const lines: CountedLine[] = [];
    for await (const rows of countedPages(this.view, query, { columns: '*', ...(after && { after }) })) {
      for (const row of rows) {
        const line = this.lineOf(row, asOf);
        if (line.figures.has(figure)) lines.push(line);
        if (lines.length === limit) return lines;
      }
    }
    return lines;
  }

  private lineOf(row: ClockRow, asOf: Instant): CountedLine {
    const clock = clockOf(row);
    const due = dueDatesOf(clock, this.profiles, asOf);
    const { requestId, requestingState, respondingState, imported } = clock;
    const knownBy = <Value>(value: Value | null, recordedAt: Instant | null) =>
      recordedAt !== null && recordedAt <= asOf ? value : null;
    return {
      ...{ requestId, requestingState, respondingState, imported, due },
      ...countedRequest(clock, asOf, due),
      submittedAt: knownBy(clock.submittedAt, clock.submittedRecordedAt),
      refusalGround: knownBy(clock.refusalGround, clock.refusedRecordedAt),
    };
  }
}
