import { setTimeout as sleep } from 'node:timers/promises';
import type { RegimeProfile } from '@vestigo/deadlines';
import { handle, type Instant, type Log, type Loop, type View } from '@vestigo/kernel';
import {
  consentsFallenDue,
  deadlineLedger,
  fallenDue,
  type RequestClock,
  watchedDatesOf,
} from '@vestigo/oversight/domain';
import { ACKNOWLEDGEMENT_UNWATCHED, ANSWER_UNWATCHED, clockOf, type ClockRow } from './clock-row';

/** Requests looked at in one go. */
const page = 500;

const candidates = `SELECT * FROM request_clock WHERE ${ANSWER_UNWATCHED} AND watchedAnswer <= ?1 AND requestId > ?2
  UNION SELECT * FROM request_clock WHERE ${ACKNOWLEDGEMENT_UNWATCHED} AND watchedAcknowledge <= ?1 AND requestId > ?2
  UNION SELECT * FROM request_clock WHERE requestId IN (SELECT requestId FROM consent_clock WHERE watched <= ?1 AND requestId > ?2)
  ORDER BY requestId LIMIT ${String(page)}`;

const meta = {
  actor: 'deadline-watch',
  state: null,
  role: 'service',
  correlationId: 'deadline-watch',
  causationId: 'deadline-watch',
};

/** Everything that either desk of a pair recorded before the instant that this gives is in the log. */
export type Complete = (pair: Pick<RequestClock, 'requestingState' | 'respondingState'>) => Instant;

export interface Watch {
  readonly log: Log;
  readonly clocks: View;
  readonly profiles: readonly RegimeProfile[];
  readonly now: () => Instant;
  /** How far the log is complete; up to now, unless told. Asked before the log is looked at. */
  readonly complete?: () => Complete;
}

/**
 * Records that a clock ran out, dated at the instant it did, however late this is noticed. It looks at nothing but what was
 * recorded by that instant, so a watch that slept records what it would have recorded awake.
 * Returns how many clocks ran out; it stops early once `signal` aborts.
 */
export async function sweep(
  { log, clocks, profiles, now, complete }: Watch,
  signal?: AbortSignal,
): Promise<number> {
  const until = now();
  const completeThrough = complete?.() ?? (() => until);
  await caughtUp(clocks, await log.store.head(), signal);
  let recorded = 0;
  for (let after = ''; !signal?.aborted;) {
    const rows = clocks.all<ClockRow>(candidates, until, after);
    const commands = rows
      .map((row) => clockOf(row))
      .flatMap((clock) => {
        const through = Math.min(until, completeThrough(clock));
        const due = [
          ...fallenDue(clock, watchedDatesOf(clock, profiles), through),
          ...consentsFallenDue(clock, profiles, through),
        ];
        return due.map((command) => ({ command, requestId: clock.requestId }));
      });
    await Promise.all(
      commands.map(({ command, requestId }) => handle(log, deadlineLedger, requestId, command, { meta })),
    );
    recorded += commands.length;
    const last = rows.at(-1);
    if (!last || rows.length < page) return recorded;
    after = last.requestId;
  }
  return recorded;
}

const pending = `SELECT count(*) AS clocks FROM (
  SELECT 1 FROM request_clock WHERE ${ANSWER_UNWATCHED} AND watchedAnswer <= ?1
  UNION ALL SELECT 1 FROM request_clock WHERE ${ACKNOWLEDGEMENT_UNWATCHED} AND watchedAcknowledge <= ?1
  UNION ALL SELECT 1 FROM consent_clock WHERE watched <= ?1)`;

/** How many clocks may have run out without this being recorded yet. */
export function pendingDue({ clocks, now }: Pick<Watch, 'clocks' | 'now'>): number {
  return clocks.get<{ readonly clocks: number }>(pending, now())?.clocks ?? 0;
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
    behind: () => Promise.resolve(watch.clocks.all(candidates, watch.now(), '').length),
  };
}

/** A fact that stops a clock must not be overlooked because the view is late. */
async function caughtUp(view: View, head: number, signal: AbortSignal | undefined): Promise<void> {
  while (!signal?.aborted && view.checkpoint() < head) await sleep(5);
}
