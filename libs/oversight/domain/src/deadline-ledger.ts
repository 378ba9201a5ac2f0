import type { DueDates } from '@vestigo/deadlines';
import { type Decider, type DomainEvent, type Instant, never } from '@vestigo/kernel';
import { consentFellDueCode } from './consent-fell-due';
import type { RequestClock } from './request-clock';

export type LedgerClock = FallenClock['clock'];

/** Which clock ran out; of several questions for consent on one request, which one. */
type FallenClock =
  { readonly clock: 'acknowledgement' | 'answer' } | { readonly clock: 'consent'; readonly consent: number };

/** Whose clock it is: the clock facts of the request without code. */
export interface LedgerRequest {
  readonly requestId: string;
  readonly requestingState: string;
  readonly respondingState: string;
}

export type RecordFallenDue = FallenClock & {
  readonly type: 'RecordFallenDue';
  readonly request: LedgerRequest;
  readonly dueAt: Instant;
  /** Code of the regime whose limit ran out. */
  readonly regime: string;
};

export type DeadlineLedgerEvent =
  | DomainEvent<'AcknowledgementFellDue', FallenDue>
  | DomainEvent<'AnswerFellDue', FallenDue>
  | DomainEvent<'ConsentFellDue', FallenDue & { readonly consent: number }>;

export interface FallenDue {
  readonly regime: string;
}

export interface DeadlineLedger {
  readonly acknowledgement: boolean;
  readonly answer: boolean;
  /** Numbers of the questions for consent whose clock ran out. */
  readonly consents: readonly number[];
}

/** Stream `deadlineLedger-<request id>`: which clocks of a request have run out, each dated when it did, however late noticed. */
export const deadlineLedger: Decider<DeadlineLedger, RecordFallenDue, DeadlineLedgerEvent> = {
  category: 'deadlineLedger',
  initial: { acknowledgement: false, answer: false, consents: [] },

  decide(command, ledger) {
    const { request, dueAt, regime } = command;
    const { requestId, requestingState, respondingState } = request;
    const parties = { requestId, requestingState, respondingState, imported: false };
    if (command.clock === 'consent') {
      const { consent } = command;
      if (ledger.consents.includes(consent)) return [];
      const clock = { ...parties, code: consentFellDueCode(regime, consent) };
      return [{ type: 'ConsentFellDue', occurredAt: dueAt, clock, data: { regime, consent } }];
    }
    if (ledger[command.clock]) return [];
    const type = command.clock === 'acknowledgement' ? 'AcknowledgementFellDue' : 'AnswerFellDue';
    return [{ type, occurredAt: dueAt, clock: { ...parties, code: regime }, data: { regime } }];
  },

  evolve(ledger, event) {
    switch (event.type) {
      case 'AcknowledgementFellDue':
        return { ...ledger, acknowledgement: true };
      case 'AnswerFellDue':
        return { ...ledger, answer: true };
      case 'ConsentFellDue':
        return { ...ledger, consents: [...ledger.consents, event.data.consent] };
      default:
        throw never(event, 'event');
    }
  },
};

/**
 * What is to be recorded of receipt and answer of a request at `now`, by its `watchedDatesOf`, in the order in which its clocks ran out. A clock fell due when nothing that
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
