import type { KnownPhotographs } from '@vestigo/http';
import { type Instant, type Log, Rejection } from '@vestigo/kernel';
import { addressedTo, type KnownDirectory } from '../known-directory';
import { sentInTurn } from '../sent-in-turn';
import type { Draft } from './draft';
import { type ImportState, requestIdIn } from './import-state';
import { judged } from './judge';
import type { TrailOf } from '../trails';

export interface SendParts {
  readonly drafts: AsyncIterable<Draft>;
  readonly log: Log;
  readonly now: () => Instant;
  readonly directory: KnownDirectory;
  readonly trailOf: TrailOf;
  readonly photographs: KnownPhotographs;
  readonly signal: AbortSignal;
  /** Told now and then how far it is: there it goes on after a restart. */
  readonly reached: (counts: Sent) => Promise<void>;
}

type Sent = Pick<ImportState, 'sent' | 'skipped'>;

/** Requests that are on their way to the log together: they share a sync of the disk. */
const abreast = 64;
/** Batches between two notes of how far it is. */
const stride = 4;

/**
 * Sends each request of a file that no rule is against, after those that are counted already. What was sent and not yet counted
 * when the process ended is sent under the same id, and so has its effect once.
 */
export async function sendAll(
  state: ImportState,
  { drafts, signal, reached, ...desk }: SendParts,
): Promise<Sent> {
  const done = state.sent + state.skipped;
  let { sent, skipped } = state;
  let [looked, batches] = [0, 0];
  let batch: Draft[] = [];
  const sendBatch = async () => {
    const sentOf = (draft: Draft) => send(draft, state, desk);
    const outcomes = await Promise.all(batch.filter((draft) => !followsOn(draft)).map(sentOf));
    // One after the other: each is judged by what was sent on its trail before it.
    for (const draft of batch.filter(followsOn)) outcomes.push(await sentOf(draft));
    sent += outcomes.filter((wasSent) => wasSent).length;
    skipped += outcomes.filter((wasSent) => !wasSent).length;
    batch = [];
    batches += 1;
    signal.throwIfAborted();
    if (batches % stride === 0) await reached({ sent, skipped });
  };
  for await (const draft of drafts) {
    looked += 1;
    if (looked <= done) continue;
    batch.push(draft);
    if (batch.length === abreast) await sendBatch();
  }
  if (batch.length > 0) await sendBatch();
  return { sent, skipped };
}

const followsOn = ({ form }: Draft) => typeof form === 'object' && form !== null && 'parentRequestId' in form;

async function send(
  draft: Draft,
  { id, state, actor }: ImportState,
  { log, now, directory, ...known }: Pick<SendParts, 'log' | 'now' | 'directory' | 'trailOf' | 'photographs'>,
): Promise<boolean> {
  const { trailOf } = known;
  const requestId = requestIdIn(id, draft.key);
  const outcome = await judged(draft, { requestId, requestingState: state, now: now(), ...known });
  if ('faults' in outcome) return false;
  const meta = { actor, state, role: 'officer', correlationId: id, causationId: id };
  const { respondingState, at } = outcome.command;
  const command = { ...outcome.command, addressedTo: await addressedTo(directory, respondingState, at) };
  try {
    await sentInTurn({ log, trailOf, now }, requestId, command, { meta, messageId: requestId });
    return true;
  } catch (error) {
    if (error instanceof Rejection) return false;
    throw error;
  }
}
