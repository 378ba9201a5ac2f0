import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Due, RegimeProfile } from '@vestigo/deadlines';
import type { Instant, View } from '@vestigo/kernel';
import { runningDatesOf } from '@vestigo/oversight/domain';
import { ACKNOWLEDGEMENT_RUNS, ANSWER_RUNS, clockOf, type ClockRow } from './clock-row';
import { narrowed } from './counted-rows';
import { type PairQuery, PROFILES, REQUEST_CLOCKS } from './pairs.query';

export type RunningClock = 'acknowledgement' | 'answer';

/** A clock that runs: which one, for which request, until when, and by which rule. */
export interface Deadline {
  readonly requestId: string;
  readonly requestingState: string;
  readonly respondingState: string;
  readonly clock: RunningClock;
  /** When the requesting desk says it sent the request; no clock is counted from it. */
  readonly submittedAt: Instant | null;
  /** When the responding desk says it received the request: the start of both clocks. */
  readonly receivedAt: Instant;
  readonly due: Due;
  /** A delay was notified with its reason (ITI 23), which stops no clock. */
  readonly explained: boolean;
  readonly imported: boolean;
}

export interface DeadlineQuery extends Pick<PairQuery, 'party' | 'requesting' | 'responding'> {
  /** Deadlines after this one, in the order of the board. */
  readonly after?: DeadlinePlace | undefined;
  readonly limit: number;
}

export interface DeadlinePlace {
  readonly dueAt: Instant;
  readonly requestId: string;
  readonly clock: RunningClock;
}

/** The board of open deadlines, nearest first; those that ran out long ago stand at its head. */
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
    const running = [...this.running('acknowledgement', query), ...this.running('answer', query)];
    return Promise.resolve(running.sort(byPlace).slice(0, query.limit));
  }

  private running(clock: RunningClock, query: DeadlineQuery): readonly Deadline[] {
    const [column, runs] =
      clock === 'answer' ? ['dueAnswer', ANSWER_RUNS] : ['dueAcknowledge', ACKNOWLEDGEMENT_RUNS];
    const { conditions, values } = narrowed(query);
    // At the same instant and request the acknowledgement stands before the answer.
    const operator = query.after && query.after.clock < clock ? '>=' : '>';
    const rows = this.view.all<ClockRow>(
      `SELECT * FROM request_clock WHERE ${runs} AND (${column}, requestId) ${operator} (?, ?)
       ${conditions.map((condition) => `AND ${condition}`).join(' ')} ORDER BY ${column}, requestId LIMIT ?`,
      ...[
        query.after?.dueAt ?? Number.MIN_SAFE_INTEGER,
        query.after?.requestId ?? '',
        ...values,
        query.limit,
      ],
    );
    return rows.flatMap((row) => this.deadlineOf(row, clock));
  }

  private deadlineOf(row: ClockRow, clock: RunningClock): readonly Deadline[] {
    const request = clockOf(row);
    const dates = runningDatesOf(request, this.profiles);
    const due = clock === 'answer' ? dates.answer : dates.acknowledge;
    if (!due || request.deliveredAt === null) return [];
    const { requestId, requestingState, respondingState, submittedAt, deliveredAt, imported } = request;
    const explained = request.respondingActs.some(({ type }) => type === 'DelayNotified');
    return [
      {
        ...{ requestId, requestingState, respondingState, clock, submittedAt },
        ...{ receivedAt: deliveredAt, due, explained, imported },
      },
    ];
  }
}

function byPlace(left: Deadline, right: Deadline): number {
  return (
    left.due.at - right.due.at || compare(left.requestId, right.requestId) || compare(left.clock, right.clock)
  );
}

const compare = (left: string, right: string) => (left < right ? -1 : Number(left > right));
