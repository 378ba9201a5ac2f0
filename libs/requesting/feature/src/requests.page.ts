import { type DocketFilter, type DocketLine, dueFilterOf } from '@vestigo/docket';
import { matterDue } from '@vestigo/http';
import type { Instant } from '@vestigo/kernel';
import type { RequestStatus } from '@vestigo/requesting/domain';
import type { ListRequestsDto, RequestSummary } from './requests.dto';

/** What the docket is narrowed to. */
export function filterOf(
  { status, responding, priority, due }: ListRequestsDto,
  state: string | null,
  now: Instant,
): DocketFilter<RequestStatus> {
  return { ...{ state, status, priority, otherState: responding }, ...dueFilterOf(due, now) };
}

export function summaryOf(line: DocketLine<RequestStatus>): RequestSummary {
  const { place: _, dueOrder: __, isDraft, openedAt, changedAt, due, ...told } = line;
  return {
    ...told,
    submittedAt: isDraft ? null : new Date(openedAt).toISOString(),
    changedAt: new Date(changedAt).toISOString(),
    due: matterDue(due),
  };
}
