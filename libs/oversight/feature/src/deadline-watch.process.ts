import { setTimeout as sleep } from 'node:timers/promises';
import type { RegimeProfile } from '@vestigo/deadlines';
import { handle, type Instant, type Log, type Loop, type View } from '@vestigo/kernel';
import { deadlineLedger, dueDatesOf, fallenDue } from '@vestigo/oversight/domain';
import {
  ACKNOWLEDGEMENT_UNWATCHED,
  ANSWER_UNWATCHED,
  clockOf,
  type ClockRow,
} from './request-clock.projection';

const candidates = `SELECT * FROM request_clock WHERE ${ANSWER_UNWATCHED} AND dueAnswer <= ?
  UNION SELECT * FROM request_clock WHERE ${ACKNOWLEDGEMENT_UNWATCHED} AND dueAcknowledge <= ? LIMIT 500`;

const meta = {
  actor: 'deadline-watch',
  state: null,
  role: 'service',
  correlationId: 'deadline-watch',
  causationId: 'deadline-watch',
};

export interface Watch {
  readonly log: Log;
  readonly clocks: View;
  readonly profiles: readonly RegimeProfile[];
  readonly now: () => Instant;
}

/**
 * Records that a clock ran out, dated at the instant it did, however late this is noticed. It looks at nothing but what was
 * recorded by that instant, so a watch that slept records what it would have recorded awake.
 * Returns how many requests it looked at; none once `signal` aborts.
 */
export async function sweep({ log, clocks, profiles, now }: Watch, signal?: AbortSignal): Promise<number> {
  const until = now();
  await caughtUp(clocks, await log.store.head(), signal);
  if (signal?.aborted) return 0;
  const rows = clocks.all<ClockRow>(candidates, until, until);
  const commands = rows
    .map((row) => clockOf(row))
    .flatMap((clock) =>
      fallenDue(clock, dueDatesOf(clock, profiles), until).map((command) => ({
        command,
        requestId: clock.requestId,
      })),
    );
  await Promise.all(
    commands.map(({ command, requestId }) => handle(log, deadlineLedger, requestId, command, { meta })),
  );
  return rows.length;
}

/** Sweeps once a second, and at once again while there is more. */
export function deadlineWatch(watch: Watch, pause = 1000): Loop {
  return {
    name: 'deadline-watch',
    async run(signal) {
      while (!signal.aborted) {
        if ((await sweep(watch, signal)) > 0) continue;
        await sleep(pause, undefined, { signal }).catch(() => undefined);
      }
    },
    behind: () => Promise.resolve(watch.clocks.all(candidates, watch.now(), watch.now()).length),
  };
}

/** A fact that stops a clock must not be overlooked because the view is late. */
async function caughtUp(view: View, head: number, signal: AbortSignal | undefined): Promise<void> {
  while (!signal?.aborted && view.checkpoint() < head) await sleep(5);
}
