import type { EventStore, Loop } from '@vestigo/kernel';
import { eventually } from '@vestigo/kernel/testing';
import { settled, startLoops } from './loops';

const untilAborted = (signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => resolve());
  });

const loop = (more: Partial<Loop>): Loop => ({
  name: 'projection',
  run: untilAborted,
  behind: () => Promise.resolve(0),
  ...more,
});

describe('the loops of an exchange', () => {
  test('run until they are stopped, and stopping waits for them', async () => {
    const ended: string[] = [];
    const slow = loop({
      async run(signal) {
        await untilAborted(signal);
        await new Promise(setImmediate);
        ended.push('slow');
      },
    });
    const running = startLoops([slow, loop({})], () => undefined);
    await running.stop();
    expect(ended).toEqual(['slow']);
  });

  test('are started again when a part they depend on fails, and say so', async () => {
    let starts = 0;
    const lines: string[] = [];
    const failing = loop({
      run(signal) {
        starts += 1;
        return starts < 3 ? Promise.reject(new Error('the log does not answer')) : untilAborted(signal);
      },
    });
    const running = startLoops([failing], (line) => lines.push(line));
    await eventually(() => expect(starts).toBe(3));
    await running.stop();
    expect(lines).toEqual([
      'projection: the log does not answer; again in 100 ms',
      'projection: the log does not answer; again in 200 ms',
    ]);
  });

  test('are stopped at once while they pause, and a failure at the end is no news', async () => {
    const lines: string[] = [];
    const failing = loop({ run: () => Promise.reject(new Error('down')) });
    const atTheEnd = loop({
      run: async (signal) => {
        await untilAborted(signal);
        throw new Error('aborted');
      },
    });
    const running = startLoops([failing, atTheEnd], (line) => lines.push(line));
    await eventually(() => expect(lines).toHaveLength(1));
    await running.stop();
    expect(lines).toEqual(['projection: down; again in 100 ms']);
  });

  const logAt = (heads: readonly number[]) => {
    let look = 0;
    const head = () => Promise.resolve(heads[look++] ?? heads.at(-1) ?? 0);
    return { log: { store: { head } as EventStore, newId: () => '' }, looks: () => look };
  };

  test('have settled once none is behind, twice in a row', async () => {
    const looks: number[] = [];
    const left = [3, 0, 1, 0, 0];
    const busy = loop({
      behind() {
        const now = left[looks.length] ?? 0;
        looks.push(now);
        return Promise.resolve(now);
      },
    });
    await settled({ loops: [busy, loop({})], log: logAt([7]).log });
    expect(looks).toEqual(left);
  });

  test('have not settled while the log still grows between two looks', async () => {
    const { log, looks } = logAt([1, 1, 2, 2, 2, 3, 3, 3, 3, 3]);
    await settled({ loops: [loop({})], log });
    expect(looks()).toBe(10);
  });
});
