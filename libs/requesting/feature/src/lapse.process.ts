import { setTimeout as sleep } from 'node:timers/promises';
import {
  handle,
  type Instant,
  type Leadership,
  type Log,
  type Loop,
  type Term,
  type View,
  VersionConflict,
} from '@vestigo/kernel';
import { unchangedLines } from '@vestigo/docket';
import { type DatedLapsePolicy, LAPSABLE, lapseOf, tracingRequest } from '@vestigo/requesting/domain';
import type { KnownDirectory } from './known-directory';
import { requestDocket } from './request-list.projection';
import { keptRequest } from './trails';
import type { DeskClockOf } from './traces.controller';

const task = 'lapse';
/** Requests looked at in one go. */
const page = 200;
const hour = 3_600_000;
const day = 24 * hour;

export interface LapseWatch {
  readonly log: Log;
  readonly leadership: Leadership;
  /** The docket of the requesting desks. */
  readonly docket: View;
  readonly directory: Pick<KnownDirectory, 'lapsePolicies'>;
  readonly deskClock: DeskClockOf;
  readonly now: () => Instant;
}

/**
 * Marks requests lapsed by the policy of their State (8.1), dated when it had come to that, however late this is noticed. What was heard
 * or done in the meantime undoes it: an act of a desk stands at its end of the stream, never in the past, and an answer would have
 * reopened the request. Nothing is done for a State that has set no policy.
 */
export function lapseLoop(watch: LapseWatch, pause = 1000): Loop {
  return {
    name: task,
    run: (signal) =>
      watch.leadership.lead(
        task,
        async (term) => {
          while (!term.signal.aborted) {
            await sweepLapsed(watch, term);
            await sleep(pause, undefined, { signal: term.signal }).catch(() => undefined);
          }
        },
        signal,
      ),
    behind: () => Promise.resolve(0),
  };
}

/** Returns how many requests lapsed. */
export async function sweepLapsed(watch: LapseWatch, term: Pick<Term, 'holds'>): Promise<number> {
  let lapsed = 0;
  for (const [state, policies] of await watch.directory.lapsePolicies()) {
    const least = leastDays(policies);
    if (least === Infinity) continue;
    // What was recorded last on a request is no older than its last change of status. A day of the desk may be an hour short.
    const until = watch.now() - least * day + hour;
    for (const status of LAPSABLE) {
      for (const id of unchangedLines(watch.docket, requestDocket, { state, status, until, limit: page })) {
        if (!term.holds()) return lapsed;
        if (await lapse(watch, id, state, policies)) lapsed += 1;
      }
    }
  }
  return lapsed;
}

const leastDays = (policies: readonly DatedLapsePolicy[]): number =>
  Math.min(
    ...policies.flatMap(({ afterIdleDays = Infinity, afterQuestionDays = Infinity }) => [
      afterIdleDays,
      afterQuestionDays,
    ]),
  );

async function lapse(
  { log, deskClock, now: clock }: LapseWatch,
  id: string,
  state: string,
  policies: readonly DatedLapsePolicy[],
): Promise<boolean> {
  const kept = await keptRequest(log, id);
  const now = clock();
  const found = kept && lapseOf(kept, policies, await deskClock(state));
  if (!found || found.at > now) return false;
  const { at, reason } = found;
  const meta = { actor: task, state, role: 'service', correlationId: id, causationId: id };
  try {
    const command = { type: 'LapseRequest', by: state, at, now, reason } as const;
    await handle(log, tracingRequest, id, command, { meta, expected: kept.history.length });
    return true;
  } catch (error) {
    // Something came while it was looked at: it is looked at again.
    if (error instanceof VersionConflict) return false;
    throw error;
  }
}
