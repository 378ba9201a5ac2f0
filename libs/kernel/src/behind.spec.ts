import fc from 'fast-check';
import { countBehind } from './behind';
import type { LogQuery } from './event-store';

/** A log of so many bytes an event; every so many-th is of the category asked for. */
function logOf(events: number, bytes: number, every: number) {
  const all = Array.from({ length: events }, (_, index) => ({
    position: (index + 1) * bytes,
    matters: index % every === 0,
  }));
  return {
    all,
    store: { head: () => Promise.resolve(all.at(-1)?.position ?? 0) },
    read: ({ after, limit = Infinity }: LogQuery) => {
      const looked = all.filter(({ position }) => position > after).slice(0, limit);
      return Promise.resolve({
        events: looked.filter(({ matters }) => matters),
        through: looked.at(-1)?.position ?? after,
      });
    },
  };
}

describe('how much of the log is before a follower', () => {
  it('is counted in events that concern it, whatever the positions are', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(300),
        fc.integer({ min: 1, max: 900 }),
        fc.integer({ min: 1, max: 9 }),
        fc.nat(300),
        async (events, bytes, every, seen) => {
          const { all, store, read } = logOf(events, bytes, every);
          const after = Math.min(seen, events) * bytes;
          const left = all.filter(({ position, matters }) => matters && position > after).length;
          expect(await countBehind(store, read, after, ['traceCase'])).toBe(left);
        },
      ),
    );
  });

  it('is nothing when only events of others follow', async () => {
    const { store, read } = logOf(100, 700, 1000);
    expect(await countBehind(store, read, 700, ['traceCase'])).toBe(0);
  });

  it('is estimated when it is much, without reading it all', async () => {
    const { store, read } = logOf(100_000, 300, 4);
    let pages = 0;
    const counting = (query: LogQuery) => {
      pages += 1;
      return read(query);
    };
    expect(await countBehind(store, counting, 0, ['traceCase'])).toBe(25_000);
    expect(pages).toBe(4);
  });

  it('is never told to be nothing before all has been looked at', async () => {
    const { store, read } = logOf(10_000, 1, 10_000);
    expect(await countBehind(store, read, 1, ['traceCase'])).toBe(1);
  });
});
