import { shortPauses } from './short-pauses';

describe('work that can wait', () => {
  afterEach(() => {
    jest.restoreAllMocks();
  });

  it('lets go of the core once a millisecond, and not more often', () => {
    let now = 0;
    jest.spyOn(performance, 'now').mockImplementation(() => now);
    const waited = jest.spyOn(Atomics, 'wait').mockReturnValue('timed-out');
    const pause = shortPauses('linux');

    const waits = Array.from({ length: 12 }, () => {
      now += 0.25;
      pause?.();
      return waited.mock.calls.length;
    });

    expect(waits).toEqual([0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3]);
  });

  it('comes back from a pause by itself', () => {
    const pause = shortPauses('linux');
    const waited = jest.spyOn(Atomics, 'wait');
    const patience = performance.now() + 1000;
    while (waited.mock.calls.length < 2 && performance.now() < patience) pause?.();
    expect(waited.mock.results.map(({ value }) => value as string)).toEqual(['timed-out', 'timed-out']);
  });

  it('is not paused where a pause may last far longer', () => {
    expect(shortPauses('win32')).toBeUndefined();
  });
});
