import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type DocketLine, type DocketQuery, type DueQuery, dueLinesOf, linesOf } from '@vestigo/docket';
import { fold, type Log, type RecordedEvent, type View } from '@vestigo/kernel';
import { type CaseStatus, type TraceCase, traceCase, type TraceCaseEvent } from '@vestigo/responding/domain';
import { caseDocket } from './case-list.projection';
import { RESPONDING_LOG } from './responding.command';

/** One case straight from the log, so that a desk reads what it has just written. */
export class GetCase extends Query<FoundCase> {
  constructor(readonly caseId: string) {
    super();
  }
}

export interface FoundCase {
  readonly found: TraceCase;
  readonly history: readonly RecordedEvent<TraceCaseEvent>[];
}

@QueryHandler(GetCase)
export class GetCaseHandler implements IQueryHandler<GetCase> {
  constructor(@Inject(RESPONDING_LOG) private readonly log: Log) {}

  async execute({ caseId }: GetCase): Promise<FoundCase> {
    const history = await this.log.store.read<TraceCaseEvent>(`${traceCase.category}-${caseId}`);
    return { found: fold(traceCase, history), history };
  }
}

export const CASE_LIST = Symbol('view of the cases');

/** The docket of a responding desk. */
export class ListCases extends Query<readonly DocketLine<CaseStatus>[]> {
  constructor(readonly query: DocketQuery<CaseStatus>) {
    super();
  }
}

@QueryHandler(ListCases)
export class ListCasesHandler implements IQueryHandler<ListCases> {
  constructor(@Inject(CASE_LIST) private readonly view: View) {}

  execute({ query }: ListCases) {
    return Promise.resolve(linesOf(this.view, caseDocket, query));
  }
}

/** The same docket as a queue: what falls due next comes first. */
export class ListCasesByDue extends Query<readonly DocketLine<CaseStatus>[]> {
  constructor(readonly query: DueQuery<CaseStatus>) {
    super();
  }
}

@QueryHandler(ListCasesByDue)
export class ListCasesByDueHandler implements IQueryHandler<ListCasesByDue> {
  constructor(@Inject(CASE_LIST) private readonly view: View) {}

  execute({ query }: ListCasesByDue) {
    return Promise.resolve(dueLinesOf(this.view, caseDocket, query));
  }
}
