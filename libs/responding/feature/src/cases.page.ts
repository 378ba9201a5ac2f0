import { type DocketFilter, type DocketLine, type DuePlace } from '@vestigo/docket';
import { decodeTexts } from '@vestigo/http';
import type { Instant } from '@vestigo/kernel';
import type { CaseStatus } from '@vestigo/responding/domain';
import { textOf } from './case-clock.dto';
import type { CaseSummary, ListCasesDto } from './cases.dto';

const day = 86_400_000;

/** What the docket is narrowed to; a clock that runs out at the instant that is now has run out. */
export function filterOf(
  { status, requesting, priority, due }: ListCasesDto,
  state: string | null,
  now: Instant,
): DocketFilter<CaseStatus> {
  const within = { OVERDUE: 1, WITHIN_3_DAYS: 3 * day };
  return {
    ...{ state, status, priority, otherState: requesting },
    dueBefore: due === 'OVERDUE' || due === 'WITHIN_3_DAYS' ? now + within[due] : undefined,
    suspended: due === 'SUSPENDED',
    open: due === 'OPEN',
  };
}

/** Throws `Rejection` for the cursor of another order. */
export function duePlaceOf(cursor: string): DuePlace {
  const [dueOrder = '', place = ''] = decodeTexts(cursor, 2);
  return { dueOrder: Number(dueOrder), place: Number(place) };
}

export function summaryOf(line: DocketLine<CaseStatus>): CaseSummary {
  const { place: _, dueOrder: __, isDraft: ___, openedAt, changedAt, due, ...told } = line;
  return {
    ...told,
    receivedAt: new Date(openedAt).toISOString(),
    changedAt: new Date(changedAt).toISOString(),
    due: { acknowledgement: textOf(due.acknowledge), answer: textOf(due.answer), suspended: due.suspended },
  };
}
