import type { DueDates } from '@vestigo/deadlines';
import { type Decider, type DomainEvent, type Instant, never } from '@vestigo/kernel';
import type { RequestClock } from './request-clock';

export type LedgerClock = 'acknowledgement' | 'answer';

/** Whose clock it is: the clock facts of the request without code. */
export interface LedgerRequest {
  readonly requestId: string;
  readonly requestingState: string;
  readonly respondingState: string;
}

export interface RecordFallenDue {
  readonly type: 'RecordFallenDue';
  readonly clock: LedgerClock;
  readonly request: LedgerRequest;
  readonly dueAt: Instant;
  /** Code of the regime whose limit ran out. */
  readonly regime: string;
}

export type DeadlineLedgerEvent =
  DomainEvent<'AcknowledgementFellDue', FallenDue> | DomainEvent<'AnswerFellDue', FallenDue>;

export interface FallenDue {
  readonly regime: string;
}

export type DeadlineLedger = Readonly<Record<LedgerClock, boolean>>;

/** Stream `deadlineLedger-<request id>`: which clocks of a request have run out, each dated when it did, however late noticed. */
export const deadlineLedger: Decider<DeadlineLedger, RecordFallenDue, DeadlineLedgerEvent> = {
  category: 'deadlineLedger',
  initial: { acknowledgement: false, answer: false },

  decide({ clock, request, dueAt, regime }, ledger) {
    if (ledger[clock]) return [];
    const { requestId, requestingState, respondingState } = request;
    return [
      {
        type: clock === 'acknowledgement' ? 'AcknowledgementFellDue' : 'AnswerFellDue',
        occurredAt: dueAt,
        clock: { requestId, requestingState, respondingState, code: regime, imported: false },
        data: { regime },
      },
    ];
  },

  evolve(ledger, event) {
    switch (event.type) {
      case 'AcknowledgementFellDue':
        return { ...ledger, acknowledgement: true };
      case 'AnswerFellDue':
        return { ...ledger, answer: true };
      default:
        throw never(event, 'event');
    }
  },
};

/**
 * What is to be recorded of a request at `now`, by its `watchedDatesOf`, in the order in which its clocks ran out. A clock fell due when nothing that
 * stops it had been recorded before the due instant: by that rule a watch that slept records exactly what it would have
 * recorded awake. The row must hold all facts recorded up to `now`. Clocks of imported requests were never watched.
 */
export function fallenDue(row: RequestClock, due: DueDates, now: Instant): readonly RecordFallenDue[] {
  if (row.imported || row.deliveredAt === null) return [];
  const stopsBoth = [row.answeredRecordedAt, row.refusedRecordedAt, row.withdrawnRecordedAt];
  const clocks = [
    {
      clock: 'acknowledgement' as const,
      due: due.acknowledge,
      recorded: row.ackFellDueAt !== null,
      stops: [row.acknowledgedRecordedAt, ...stopsBoth],
    },
    { clock: 'answer' as const, due: due.answer, recorded: row.answerFellDueAt !== null, stops: stopsBoth },
  ];
  const { requestId, requestingState, respondingState } = row;
  const request = { requestId, requestingState, respondingState };
  return clocks
    .flatMap(({ clock, due: limit, recorded, stops }): readonly RecordFallenDue[] => {
      if (recorded || limit === null || limit.at > now || stops.some((at) => at !== null && at < limit.at))
        return [];
      return [{ type: 'RecordFallenDue', clock, request, dueAt: limit.at, regime: limit.regime }];
    })
    .sort((one, other) => one.dueAt - other.dueAt);
}
