import { gather, pass } from './wakeup';

const { signal } = new AbortController();

afterEach(() => {
  jest.useRealTimers();
});

test('all who gather look again at the same instants, whenever they began', async () => {
  jest.useFakeTimers();
  const instants: number[] = [];
  const looks = async (begins: number) => {
    await pass(begins, signal);
    await gather(100, signal);
    instants.push(performance.now());
  };
  const all = Promise.all([looks(1), looks(10), looks(99)]);
  await jest.advanceTimersByTimeAsync(200);
  await all;
  expect(instants).toEqual([instants[0], instants[0], instants[0]]);
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
