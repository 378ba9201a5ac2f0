import type { KnownPhotographs } from '@vestigo/http';
import { type Instant, type Log, Rejection } from '@vestigo/kernel';
import { addressedTo, type KnownDirectory } from '../known-directory';
import { sentInTurn } from '../sent-in-turn';
import type { Draft } from './draft';
import { type ImportReport, type ImportState, MOST_LISTED, requestIdIn } from './import-state';
import { faultsIn, judged, type ReportedFault } from './judge';
import type { TrailOf } from '../trails';

export interface SendParts {
  readonly drafts: AsyncIterable<Draft>;
  readonly log: Log;
  readonly now: () => Instant;
  readonly directory: KnownDirectory;
  readonly trailOf: TrailOf;
  readonly photographs: KnownPhotographs;
  readonly reviewRequired: boolean;
  readonly signal: AbortSignal;
  /** What the check has found. */
  readonly report: ImportReport;
  /** Told now and then how far it is: there it goes on after a restart. */
  readonly reached: (far: Sent) => Promise<void>;
}

export interface Sent {
  readonly counts: Pick<ImportState, 'sent' | 'skipped' | 'faulty' | 'faults'>;
  /** What stood against a request only when its turn came is listed as well. */
  readonly report: ImportReport;
}

/** Requests that are on their way to the log together: they share a sync of the disk. */
const abreast = 64;
/** Batches between two notes of how far it is. */
const stride = 4;

/**
 * Sends each request of a file that no rule is against, after those that are counted already. What was sent and not yet counted
 * when the process ended is sent under the same id, and so has its effect once. Between check and sending the world may have moved on:
 * what is refused then is told like any other fault.
 */
export async function sendAll(
  state: ImportState,
  { drafts, signal, report: found, reached, ...desk }: SendParts,
): Promise<Sent> {
  const done = state.sent + state.skipped;
  let { sent, skipped, faults } = state;
  const report = [...found];
  const told = new Set(found.map((fault) => JSON.stringify(fault)));
  const tell = (late: readonly ReportedFault[]) => {
    const fresh = late.filter((fault) => report.length < MOST_LISTED && !told.has(JSON.stringify(fault)));
    faults += fresh.length;
    report.push(...fresh);
  };
  const far = (): Sent => ({
    counts: { sent, skipped, faulty: Math.max(state.faulty, skipped), faults },
    report,
  });
  let [looked, batches] = [0, 0];
  let batch: Draft[] = [];
  const sendBatch = async () => {
    const sentOf = (draft: Draft) => send(draft, state, desk);
    const outcomes = await Promise.all(batch.filter((draft) => !followsOn(draft)).map(sentOf));
    // One after the other: each is judged by what was sent on its trail before it.
    for (const draft of batch.filter(followsOn)) outcomes.push(await sentOf(draft));
    for (const refused of outcomes) {
      if (refused === undefined) sent += 1;
      else {
        skipped += 1;
        tell(refused);
      }
    }
    batch = [];
    batches += 1;
    signal.throwIfAborted();
    if (batches % stride === 0) await reached(far());
  };
  for await (const draft of drafts) {
    looked += 1;
    if (looked <= done) continue;
    batch.push(draft);
    if (batch.length === abreast) await sendBatch();
  }
  if (batch.length > 0) await sendBatch();
  return far();
}

const followsOn = ({ form }: Draft) => typeof form === 'object' && form !== null && 'parentRequestId' in form;

/** What is wrong with a request that was not sent. */
async function send(
  draft: Draft,
  { id, state, actor }: ImportState,
  { log, now, directory, ...known }: Omit<SendParts, 'drafts' | 'signal' | 'report' | 'reached'>,
): Promise<readonly ReportedFault[] | undefined> {
  const { trailOf } = known;
  const requestId = requestIdIn(id, draft.key);
  const outcome = await judged(draft, { requestId, requestingState: state, now: now(), ...known });
  if ('faults' in outcome) return outcome.faults;
  const meta = { actor, state, role: 'officer', correlationId: id, causationId: id };
  const { respondingState, at } = outcome.command;
  const command = { ...outcome.command, addressedTo: await addressedTo(directory, respondingState, at) };
  try {
    await sentInTurn({ log, trailOf, now }, requestId, command, { meta, messageId: requestId });
    return undefined;
  } catch (error) {
    if (error instanceof Rejection) return faultsIn(error, draft);
    throw error;
  }
}
