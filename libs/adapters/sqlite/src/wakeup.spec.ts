import { setTimeout as sleep } from 'node:timers/promises';
import { gather, pass } from './wakeup';

const { signal } = new AbortController();

test('all who gather look again at the same instants, whenever they began', async () => {
  const instants: number[] = [];
  const looks = async (begins: number) => {
    await sleep(begins);
    await gather(100, signal);
    instants.push(Math.floor(performance.now() / 100));
  };
  // Begun right after an instant, they have until the next one.
  await gather(100, signal);
  await Promise.all([looks(0), looks(10), looks(20)]);
  expect(new Set(instants).size).toBe(1);
});

test('who gathers for no time lets the event loop turn once', async () => {
  const turns: string[] = [];
  setImmediate(() => turns.push('the loop'));
  await gather(0, signal);
  expect(turns).toEqual(['the loop']);
});

test('a pause ends early when it is aborted', async () => {
  const ending = new AbortController();
  const paused = pass(60_000, ending.signal);
  ending.abort();
  await expect(paused).resolves.toBeUndefined();
});
