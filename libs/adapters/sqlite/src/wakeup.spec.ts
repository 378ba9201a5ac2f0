import { gather, pass, Wakeup } from './wakeup';

const { signal } = new AbortController();

afterEach(() => {
  jest.useRealTimers();
});

test('all who gather look again at the same instants, whenever they began', async () => {
  jest.useFakeTimers();
  const instants: number[] = [];
  const looks = async (begins: number) => {
    await new Promise((resolve) => setTimeout(resolve, begins));
    await gather(100);
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
  await gather(0);
  expect(turns).toEqual(['the loop']);
});

test('a pause ends early when it is aborted', async () => {
  const ending = new AbortController();
  const paused = pass(60_000, ending.signal);
  ending.abort();
  await expect(paused).resolves.toBeUndefined();
});

describe('who waits', () => {
  it('is woken by the bell, all at once', async () => {
    const wakeup = new Wakeup(60_000);
    const woken = Promise.all([wakeup.wait(signal), wakeup.wait(new AbortController().signal)]);
    wakeup.ring();
    await expect(woken).resolves.toHaveLength(2);
  });

  it('looks again without a bell', async () => {
    jest.useFakeTimers();
    const waited = new Wakeup(200).wait(signal);
    await jest.advanceTimersByTimeAsync(200);
    await expect(waited).resolves.toBeUndefined();
  });

  it('is let go when it is aborted, however often it has waited', async () => {
    const wakeup = new Wakeup(60_000);
    const ending = new AbortController();
    const first = wakeup.wait(ending.signal);
    wakeup.ring();
    await first;
    const second = wakeup.wait(ending.signal);
    ending.abort();
    await expect(second).resolves.toBeUndefined();
    await expect(wakeup.wait(ending.signal)).resolves.toBeUndefined();
  });
});
