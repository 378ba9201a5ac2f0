import type { Message } from '@vestigo/kernel';
import type { EachBatchPayload } from 'kafkajs';
import { deliver } from './delivery';

interface Fetched {
  readonly payload: EachBatchPayload;
  /** Offsets committed, in order. */
  readonly committed: readonly string[];
  stale: boolean;
}

/** So many messages fetched of one partition, from offset 0 on. */
function fetched(count: number): Fetched {
  const committed: string[] = [];
  const batch = {
    topic: 'tracing-requests.USA',
    partition: 0,
    messages: Array.from({ length: count }, (_, offset) => ({
      key: Buffer.from('request'),
      value: Buffer.from('{}'),
      headers: { id: `message-${String(offset)}` },
      offset: String(offset),
    })),
  };
  const state = {
    committed,
    stale: false,
    payload: {
      batch,
      heartbeat: () => Promise.resolve(),
      isRunning: () => true,
      isStale: () => state.stale,
      resolveOffset: () => undefined,
      commitOffsetsIfNecessary: (offsets: {
        readonly topics: readonly { readonly partitions: readonly { readonly offset: string }[] }[];
      }) => {
        committed.push(...offsets.topics.flatMap(({ partitions }) => partitions.map(({ offset }) => offset)));
        return Promise.resolve();
      },
    } as unknown as EachBatchPayload,
  };
  return state;
}

const delivery = (
  receive: (batch: readonly Message[]) => Promise<void>,
  signal = new AbortController().signal,
) => ({
  receive,
  signal,
  onFailure: () => undefined,
});

describe('what was fetched of a partition', () => {
  it('is received in parts, in order, and committed once', async () => {
    const { payload, committed } = fetched(300);
    const parts: number[] = [];
    const received: string[] = [];
    await deliver(
      payload,
      delivery((batch) => {
        parts.push(batch.length);
        received.push(...batch.map(({ id }) => id));
        return Promise.resolve();
      }),
    );
    expect(parts).toEqual([128, 128, 44]);
    expect(received).toEqual(Array.from({ length: 300 }, (_, offset) => `message-${String(offset)}`));
    expect(committed).toEqual(['300']);
  });

  it('is committed as far as it was received before the receiver is asked again', async () => {
    const { payload, committed } = fetched(300);
    let calls = 0;
    const seen: (readonly string[])[] = [];
    await deliver(
      payload,
      delivery(() => {
        seen.push([...committed]);
        calls += 1;
        return calls === 2 ? Promise.reject(new Error('not now')) : Promise.resolve();
      }),
    );
    expect(seen).toEqual([[], [], ['128'], ['128']]);
    expect(committed).toEqual(['128', '300']);
  });

  it('is committed as far as it was received when the consumer stops', async () => {
    const { payload, committed } = fetched(300);
    const stopping = new AbortController();
    await deliver(
      payload,
      delivery(() => {
        stopping.abort();
        return Promise.resolve();
      }, stopping.signal),
    );
    expect(committed).toEqual(['128']);
  });

  it('is left to its new owner when the partition has gone to somebody else', async () => {
    const all = fetched(300);
    await deliver(
      all.payload,
      delivery(() => {
        all.stale = true;
        return Promise.resolve();
      }),
    );
    expect(all.committed).toEqual([]);
  });
});
