import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { RegimeProfile } from '@vestigo/deadlines';
import type { Instant, View } from '@vestigo/kernel';
import { ACKNOWLEDGEMENT_RUNS, ANSWER_RUNS, clockOf, type ClockRow, NEVER } from './clock-row';
import { narrowed } from './counted-rows';
import { consentDeadlineOf, type Deadline, deadlineOf, type RunningClock } from './deadline';
import { type PairQuery, PROFILES, REQUEST_CLOCKS } from './pairs.query';

export interface DeadlineQuery extends Pick<PairQuery, 'party' | 'requesting' | 'responding'> {
  /** Deadlines after this one, in the order of the board. */
  readonly after?: DeadlinePlace | undefined;
  readonly limit: number;
}

export interface DeadlinePlace {
  /** Infinity for a clock that stands still. */
  readonly dueAt: Instant;
  readonly requestId: string;
  readonly clock: RunningClock;
  readonly consent: number;
}

/** The board of open deadlines, nearest first: those that ran out long ago at its head, clocks that stand still at its end. */
export class ListDeadlines extends Query<readonly Deadline[]> {
  constructor(readonly query: DeadlineQuery) {
    super();
  }
}

@QueryHandler(ListDeadlines)
export class ListDeadlinesHandler implements IQueryHandler<ListDeadlines> {
  constructor(
    @Inject(REQUEST_CLOCKS) private readonly view: View,
    @Inject(PROFILES) private readonly profiles: readonly RegimeProfile[],
  ) {}

  execute({ query }: ListDeadlines): Promise<readonly Deadline[]> {
    const running = [
      ...this.running('acknowledgement', query),
      ...this.running('answer', query),
      ...this.consents(query),
    ];
    return Promise.resolve(running.sort(byPlace).slice(0, query.limit));
  }

  private running(clock: 'acknowledgement' | 'answer', query: DeadlineQuery): readonly Deadline[] {
    const [column, runs] =
      clock === 'answer' ? ['dueAnswer', ANSWER_RUNS] : ['dueAcknowledge', ACKNOWLEDGEMENT_RUNS];
    const { after, limit } = query;
    const { conditions, values } = narrowed(query);
    // At the same instant and request the acknowledgement stands before the answer.
    const operator = after && after.clock < clock ? '>=' : '>';
    const rows = this.view.all<ClockRow>(
      `SELECT * FROM request_clock WHERE ${runs} AND (${column}, requestId) ${operator} (?, ?)
       ${conditions.map((condition) => `AND ${condition}`).join(' ')} ORDER BY ${column}, requestId LIMIT ?`,
      ...[...startOf(after), ...values, limit],
    );
    return rows.flatMap((row) => deadlineOf(clockOf(row), clock, this.profiles));
  }

  /** At the same instant and request they stand behind the other clocks, by their numbers. */
  private consents(query: DeadlineQuery): readonly Deadline[] {
    const { after, limit } = query;
    const { conditions, values } = narrowed(query);
    const rows = this.view.all<ClockRow & { readonly consent: number }>(
      `SELECT request_clock.*, consent FROM consent_clock JOIN request_clock USING (requestId)
       WHERE due IS NOT NULL AND (due, requestId, consent) > (?, ?, ?)
       ${conditions.map((condition) => `AND ${condition}`).join(' ')} ORDER BY due, requestId, consent LIMIT ?`,
      ...[...startOf(after), after?.consent ?? 0, ...values, limit],
    );
    return rows.flatMap(({ consent, ...row }) => consentDeadlineOf(clockOf(row), consent, this.profiles));
  }
}

const startOf = (after: DeadlinePlace | undefined): readonly [Instant, string] =>
  after ? [Math.min(after.dueAt, NEVER), after.requestId] : [Number.MIN_SAFE_INTEGER, ''];

function byPlace(left: Deadline, right: Deadline): number {
  return (
    compare(left.due.at, right.due.at) ||
    compare(left.requestId, right.requestId) ||
    compare(left.clock, right.clock) ||
    left.consent - right.consent
  );
}

/** Of two clocks that stand still neither is nearer. */
function compare<Key extends string | number>(left: Key, right: Key): number {
  return left < right ? -1 : Number(left > right);
}
