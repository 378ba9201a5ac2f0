import { type DocketFilter, type DocketLine, dueFilterOf } from '@vestigo/docket';
import { matterDue } from '@vestigo/http';
import type { Instant } from '@vestigo/kernel';
import type { CaseStatus } from '@vestigo/responding/domain';
import type { CaseSummary, ListCasesDto } from './cases.dto';

/** What the docket is narrowed to. */
export function filterOf(
  { status, requesting, priority, due }: ListCasesDto,
  state: string | null,
  now: Instant,
): DocketFilter<CaseStatus> {
  return { ...{ state, status, priority, otherState: requesting }, ...dueFilterOf(due, now) };
}

export function summaryOf(line: DocketLine<CaseStatus>): CaseSummary {
  const { place: _, dueOrder: __, isDraft: ___, openedAt, changedAt, due, ...told } = line;
  return {
    ...told,
    receivedAt: new Date(openedAt).toISOString(),
    changedAt: new Date(changedAt).toISOString(),
    due: matterDue(due),
  };
}
