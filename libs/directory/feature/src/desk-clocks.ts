import { setTimeout as sleep } from 'node:timers/promises';
import type { ParticipantEvent } from '@vestigo/directory/domain';
import type { Weekday } from '@vestigo/deadlines';
import { type EventStore, Unavailable, type View } from '@vestigo/kernel';
import { participantLine } from './participant-list.projection';

/** The clock that a State's desk lives by: its time zone, and its days off each week (0 Sunday to 6 Saturday). */
export interface DeskClock {
  readonly timeZone: string;
  readonly weekend: readonly Weekday[];
}

export type DeskClocks = (state: string) => Promise<DeskClock>;

/** UTC and a weekend of Saturday and Sunday for a State that has registered no point of contact. */
const unregistered: DeskClock = { timeZone: 'UTC', weekend: [6, 0] };

const patienceMs = 5_000;

/**
 * The clock of each desk, as the directory has it. A view that is being folded anew is waited for: a receipt fixes the clock of its
 * request for good. Throws `Unavailable` while the view is late.
 */
export function deskClocks(store: EventStore, list: View): DeskClocks {
  let folded = false;
  return async (state) => {
    if (!folded) await caughtUp(store, list);
    folded = true;
    return participantLine(list, state).pointOfContact ?? unregistered;
  };
}

/** The same without a view: from the streams `<category>-<code>` themselves, which costs a read each time. */
export function deskClocksIn(store: EventStore, category: string): DeskClocks {
  return async (state) => {
    const last = (await store.read<ParticipantEvent>(`${category}-${state}`)).at(-1);
    return last?.event.data ?? unregistered;
  };
}

async function caughtUp(store: EventStore, list: View): Promise<void> {
  const head = await store.head();
  const end = performance.now() + patienceMs;
  while (list.checkpoint() < head) {
    if (performance.now() > end) throw new Unavailable('the directory is still being read');
    await sleep(5);
  }
}
