import { setTimeout as sleep } from 'node:timers/promises';
import {
  handle,
  type Instant,
  type Leadership,
  type Log,
  type Loop,
  type Position,
  type View,
} from '@vestigo/kernel';
import {
  crossHitNotice,
  itemsToTell,
  type ReceivedCase,
  traceCase,
  type TraceCaseEvent,
} from '@vestigo/responding/domain';
import { casesWithArms, receivedCase } from './cross-hits.query';

const task = 'cross-hits';
const categories = [traceCase.category];

export interface CrossHitWatch {
  readonly log: Log;
  readonly leadership: Leadership;
  /** View of the arms of the cases. */
  readonly arms: View;
  readonly now: () => Instant;
}

/**
 * Tells requesting States that an arm is asked about in another request as well, as far as they may know. Looks at each case when it is
 * received; history that is taken over is no news.
 */
export function crossHitLoop(watch: CrossHitWatch): Loop {
  const { log, leadership, arms } = watch;
  return {
    name: task,
    run: (signal) =>
      leadership.lead(
        task,
        async ({ from, signal: over, holds, reach }) => {
          for await (const batch of log.store.follow<TraceCaseEvent>({ after: from, categories }, over)) {
            await caughtUp(arms, batch.through, over);
            if (!holds()) return;
            for (const { event } of batch.events) await look(event, watch);
            await reach(batch.through);
          }
        },
        signal,
      ),
    behind: async () =>
      (await log.store.readAll({ after: await leadership.reached(task), categories, limit: 1 })).events
        .length,
  };
}

/** A new case may be news for its own State, and for those that asked about its arms before. */
async function look(event: TraceCaseEvent, watch: CrossHitWatch): Promise<void> {
  if (event.type !== 'CaseReceived' || !event.clock || event.clock.imported) return;
  const { requestId, requestingState, respondingState } = event.clock;
  const desk = { requestId, respondingState };
  const others = await casesWithArms(event.data.items, desk, watch.log, watch.arms, requestingState);
  if (others.length === 0) return;
  const found = await receivedCase(watch.log, requestId);
  if (!found) return;
  await tell(found, others, watch);
  for (const other of others) await tell(other, [found], watch);
}

async function tell(
  found: ReceivedCase,
  others: readonly ReceivedCase[],
  { log, now }: CrossHitWatch,
): Promise<void> {
  const { parties } = found;
  const items = itemsToTell(found, others);
  if (items.length === 0 || parties.imported) return;
  const { requestId, respondingState: state } = parties;
  const meta = { actor: task, state, role: 'service', correlationId: requestId, causationId: requestId };
  await handle(log, crossHitNotice, requestId, { type: 'NoteCrossHit', at: now(), parties, items }, { meta });
}

async function caughtUp(view: View, through: Position, signal: AbortSignal): Promise<void> {
  while (!signal.aborted && view.checkpoint() < through) await sleep(5);
}
