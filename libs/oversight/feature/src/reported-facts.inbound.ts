import {
  type CommandContext,
  handle,
  type Instant,
  type Log,
  type Message,
  Rejection,
  tracedBy,
} from '@vestigo/kernel';
import { reportedClock, type ReportFact } from '@vestigo/oversight/domain';
import {
  decodeNotice,
  type DeskSide,
  type Inbound,
  receivedId,
  takeIn,
  type TracingMessage,
  tracingInbound,
} from '@vestigo/protocol';
import type { Complete } from './deadline-watch.process';

/** Reports that oversight could not follow are kept in streams of this category. */
export const REFUSED_REPORTS = 'refusedReport' as const;

/** How far what desks with logs of their own have reported is complete. */
export class Completeness {
  readonly #through = new Map<string, Instant>();

  /** The last word counts: a desk whose clock was ahead says less when it has been set right. */
  note(side: DeskSide, states: readonly string[], through: Instant): void {
    for (const state of states) {
      this.#through.set(`${side} ${state}`, through);
    }
  }

  /** As it is now; -Infinity for a pair of which one desk was not heard. */
  readonly taken = (): Complete => {
    const through = new Map(this.#through);
    return ({ requestingState, respondingState }) =>
      Math.min(
        through.get(`requesting ${requestingState}`) ?? -Infinity,
        through.get(`responding ${respondingState}`) ?? -Infinity,
      );
  };
}

/** Follows the clock facts that desks report. */
export const reportsInbound = (log: Log, now: () => Instant): Inbound =>
  tracingInbound(REFUSED_REPORTS, async (message) => {
    if (message.kind !== 'clock-fact-reported') {
      throw new Rejection('invalid', 'wrong-channel', `${message.kind} is no report.`);
    }
    const { requestId, command, context } = receptionOf(message);
    // A desk whose clock is ahead cannot have recorded later than we hear of it: figures would leave the fact out until then.
    const recordedAt = Math.min(context.recordedAt, now());
    await handle(log, reportedClock, requestId, command, { ...context, recordedAt });
  });

/** Takes in what desks report. A notice of completeness counts when all that came before it is in the log. */
export async function receiveReports(
  log: Log,
  now: () => Instant,
  completeness: Completeness,
  batch: readonly Message[],
): Promise<void> {
  const read = batch.map((message) => ({ message, notice: decodeNotice(message.body) }));
  const reports = read.filter(({ notice }) => notice === undefined || notice instanceof Rejection);
  await takeIn(
    log,
    reportsInbound(log, now),
    now,
    reports.map(({ message }) => message),
  );
  for (const { notice } of read) {
    if (notice && !(notice instanceof Rejection) && notice.kind === 'facts-complete') {
      completeness.note(notice.data.side, notice.data.states, notice.occurredAt);
    }
  }
}

/** What a report leads to: the same whenever it comes, under the same id. */
export function receptionOf(report: TracingMessage<'clock-fact-reported'>): {
  readonly requestId: string;
  readonly command: ReportFact;
  readonly context: CommandContext & { readonly messageId: string; readonly recordedAt: Instant };
} {
  const { requestId, requestingState, respondingState, imported, from, occurredAt, data } = report;
  const { fact, code = '' } = data;
  return {
    requestId,
    command: {
      type: 'ReportFact',
      by: from,
      fact,
      code,
      occurredAt,
      request: { requestId, requestingState, respondingState, imported },
    },
    context: {
      messageId: receivedId(report),
      recordedAt: Date.parse(data.recordedAt),
      meta: {
        actor: `service:${from}`,
        state: from,
        role: 'service',
        correlationId: report.correlationId,
        causationId: report.id,
        ...tracedBy(report),
      },
    },
  };
}
