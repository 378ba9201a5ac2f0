import { Unavailable } from '@vestigo/kernel';
import type { Consumer } from 'kafkajs';

export interface PulseTimes {
  /** Milliseconds between two looks. */
  readonly lookMs: number;
  /** Looks in a row without a sign after which a member is given up. */
  readonly looks: number;
}

/**
 * Rejects when a member of a group has given no sign of life for so long, or has waited so long for what one broker holds: a part of
 * kafkajs waits for something that will not come, and says nothing. Looks are counted and no clock is asked, so that a process that
 * stood still was not silent. Ends with `signal`.
 */
export function silenceOf(
  { on, events }: Pick<Consumer, 'on' | 'events'>,
  { lookMs, looks }: PulseTimes,
  signal: AbortSignal,
): Promise<never> {
  let silent = 0;
  /** By broker: looks since what it holds was asked for. */
  const asked = new Map<number, number>();
  const alive = () => {
    silent = 0;
  };
  on(events.HEARTBEAT, alive);
  on(events.GROUP_JOIN, alive);
  on(events.FETCH_START, ({ payload: { nodeId } }) => {
    // Its last question failed, and with it all were given up.
    if (asked.has(nodeId)) asked.clear();
    asked.set(nodeId, 0);
  });
  on(events.FETCH, ({ payload: { nodeId } }) => {
    asked.delete(nodeId);
  });
  return new Promise((_, reject) => {
    const looking = setInterval(() => {
      silent += 1;
      for (const [nodeId, waited] of asked) asked.set(nodeId, waited + 1);
      if (Math.max(silent, ...asked.values()) < looks) return;
      reject(new Unavailable('our place in the group gives no sign of life'));
    }, lookMs).unref();
    signal.addEventListener('abort', () => {
      clearInterval(looking);
    });
  });
}
