import type { Changes } from './changes';
import { LiveLink, type LiveParts, type Word } from './live-link';

const nothing: Changes = { again: false, requests: [], cases: [], oversight: [], imports: [] };
const changed = (id: string): Changes => ({ ...nothing, cases: [id] });

/** A link whose streams go as the list says: words, or a failure before any. */
function linkOver(streams: readonly (readonly Word[] | 'fails')[], asked: readonly Word[] = []) {
  const seen: string[] = [];
  const leaving = new AbortController();
  const [opened, answers] = [[...streams], [...asked]];
  const parts: LiveParts = {
    async *open(after) {
      await Promise.resolve();
      seen.push(`open ${after ?? '-'}`);
      const words = opened.shift();
      if (words === undefined) {
        leaving.abort();
        return;
      }
      if (words === 'fails') throw new Error('no link');
      yield* words;
    },
    ask(after) {
      seen.push(`ask ${after ?? '-'}`);
      const word = answers.shift();
      return word ? Promise.resolve(word) : Promise.reject(new Error('no link'));
    },
    changed: ({ cases }) => seen.push(`changed ${cases.join()}`),
    begun: () => seen.push('begun'),
    wait(ms) {
      seen.push(`wait ${String(ms)}`);
      return Promise.resolve();
    },
    random: () => 1,
  };
  const link = new LiveLink(parts);
  const states: string[] = [];
  link.state.subscribe(() => states.push(link.state.get()));
  return { link, seen, states, follow: () => link.follow(leaving.signal) };
}

describe('the link to what changes', () => {
  it('begins, tells what changes, and goes on from its place when the stream ends in order', async () => {
    const { follow, seen, states } = linkOver([
      [{ at: '5', changes: nothing }, { at: '7', changes: changed('a') }, { at: '9' }],
      [{ at: '11', changes: changed('b') }],
    ]);
    await follow();
    expect(seen).toEqual([
      ...['open -', 'begun', 'changed a', 'wait 1000'],
      ...['open 9', 'changed b', 'wait 1000', 'open 11', 'wait 1000'],
    ]);
    expect(states).toEqual(['connecting', 'live', 'connecting', 'live', 'connecting', 'resting']);
  });

  it('waits ever longer, then asks now and then, and streams again when that works', async () => {
    const { follow, seen, states } = linkOver(
      ['fails', 'fails', 'fails', [{ at: '20', changes: nothing }]],
      [{ at: '15', changes: changed('a') }],
    );
    await follow();
    expect(seen).toEqual([
      ...['open -', 'wait 2000', 'open -', 'wait 4000', 'open -'],
      ...['ask -', 'begun', 'changed a', 'wait 20000'],
      ...Array.from({ length: 5 }, () => ['ask 15', 'wait 20000']).flat(),
      ...['open 15', 'wait 1000', 'open 20', 'wait 1000'],
    ]);
    expect(states).toEqual(['connecting', 'polling', 'live', 'connecting', 'resting']);
  });

  it('goes on from its place after it has rested', async () => {
    const { link, seen } = linkOver([[{ at: '5', changes: nothing }], [{ at: '6', changes: changed('a') }]]);
    const once = new AbortController();
    const first = link.follow(once.signal);
    link.state.subscribe(() => once.abort());
    await first;
    expect(link.state.get()).toBe('resting');
    await link.follow(AbortSignal.abort());
    const again = new AbortController();
    link.state.subscribe(() => {
      if (link.state.get() === 'live') again.abort();
    });
    await link.follow(again.signal);
    expect(seen.filter((one) => !one.startsWith('wait'))).toEqual(['open -', 'begun', 'open 5', 'changed a']);
  });
});
