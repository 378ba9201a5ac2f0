import { randomUUID } from 'node:crypto';
import type { Message, Transport } from '../transport';
import { eventually } from './eventually';

export interface Receiver {
  /** In order, repeats included; without the batches that it failed on. */
  readonly received: readonly Message[];
  hasAll(messages: readonly Message[]): Promise<void>;
  /** Resolves when `consume` has. */
  stop(): Promise<void>;
}

export function receiver(
  transport: Transport,
  channel: string | readonly string[],
  group: string,
  inspect: (batch: readonly Message[]) => void = () => undefined,
): Receiver {
  const abort = new AbortController();
  const received: Message[] = [];
  const ids = new Set<string>();
  const consuming = transport.consume(
    [channel].flat(),
    group,
    (batch) =>
      new Promise((resolve) => {
        inspect(batch);
        received.push(...batch);
        for (const { id } of batch) ids.add(id);
        resolve();
      }),
    abort.signal,
  );
  return {
    received,
    hasAll: (expected) =>
      eventually(() => {
        expect(expected.filter(({ id }) => !ids.has(id))).toEqual([]);
      }),
    stop: () => {
      abort.abort();
      return consuming;
    },
  };
}

export function messages(count: number, key = 'FRA'): readonly Message[] {
  return Array.from({ length: count }, (_, index) => ({
    id: randomUUID(),
    key,
    body: `{"number":${index + 1}}`,
  }));
}

/** Delivery is at least once: what counts is when a message came first. */
export function firstTimes(received: readonly Message[]): readonly Message[] {
  return [...new Map(received.toReversed().map((message) => [message.id, message])).values()].toReversed();
}
