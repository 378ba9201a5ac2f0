import type { EventStore } from '@vestigo/kernel';
import { Unavailable } from '@vestigo/kernel';
import { CannotMigrate } from './cannot-migrate';
import { copyLog } from './copy-log';
import { allOf, Logs, smallExchange } from './testing/small-exchange';
import { forOneHouse, forServices } from './transcript';

let logs: Logs;
let source: EventStore;
let target: EventStore;

beforeAll(async () => {
  logs = new Logs();
  await smallExchange(logs.folder);
  source = logs.open('log');
});
afterAll(() => logs.close());

let targets = 0;
beforeEach(() => {
  target = logs.open(`target ${String((targets += 1))}`);
});

const withoutPlace = (events: Awaited<ReturnType<typeof allOf>>) =>
  events.map(({ position: _, ...event }) => event);

/** A store that takes `count` appends and breaks. */
class Broken extends Error {}
function breaking(store: EventStore, count: number): EventStore {
  let left = count;
  const append: EventStore['append'] = (...append) => {
    if (left === 0) return Promise.reject(new Broken());
    left -= 1;
    return store.append(...append);
  };
  return Object.assign(Object.create(store) as EventStore, { append, readAll: store.readAll.bind(store) });
}

describe('the copy of a log', () => {
  test('holds the same events in the same order, with their dates', async () => {
    const copied = await copyLog({ source, target, transcript: forOneHouse() });
    const events = await allOf(source);
    expect(withoutPlace(await allOf(target))).toEqual(withoutPlace(events));
    expect(copied).toMatchObject({ there: 0, appended: events.length, seen: events.length });
  });

  test('made again adds nothing', async () => {
    const first = await copyLog({ source, target, transcript: forServices() });
    const again = await copyLog({ source, target, transcript: forServices() });
    const { last, ...counts } = again;
    expect(counts).toEqual({ there: first.appended, appended: 0, seen: first.seen });
    expect(last).toMatchObject(first.last ?? {});
  });

  test('is the same wherever it was cut short', async () => {
    await copyLog({ source, target, transcript: forServices() });
    const whole = await allOf(target);
    const pieces = logs.open('in pieces');
    for (const count of [0, 1, 2, 3, 5, 8]) {
      const broken = breaking(pieces, count);
      await expect(copyLog({ source, target: broken, transcript: forServices() })).rejects.toThrow(Broken);
    }
    await copyLog({ source, target: pieces, transcript: forServices() });
    expect(await allOf(pieces)).toEqual(whole);
  });

  test('is the same when two make it at once', async () => {
    await copyLog({ source, target, transcript: forServices() });
    const shared = logs.open('shared');
    const other = logs.open('shared');
    const both = await Promise.all(
      [shared, other].map((store) => copyLog({ source, target: store, transcript: forServices() })),
    );
    expect(await allOf(shared)).toEqual(await allOf(target));
    expect(both[0]?.last?.position).toBe(both[1]?.last?.position);
  });

  test('outlives a target that does not answer for a while', async () => {
    let silent = 2;
    const append: EventStore['append'] = (...append) =>
      (silent -= 1) >= 0 ? Promise.reject(new Unavailable('silent')) : target.append(...append);
    const store = Object.assign(Object.create(target) as EventStore, {
      append,
      readAll: target.readAll.bind(target),
    });
    await copyLog({ source, target: store, transcript: forOneHouse() });
    expect(await allOf(target)).toHaveLength((await allOf(source)).length);
  });

  test('is refused by a target with another history, which it leaves as it was', async () => {
    const [first, second] = await allOf(source);
    if (!first || !second) throw new Error('the source is empty');
    await target.append(second.stream, second.version - 1, [second]).catch(() => undefined);
    await target.append('traceCase-other', 0, [first]);
    const before = await allOf(target);
    await expect(copyLog({ source, target, transcript: forServices() })).rejects.toThrow(CannotMigrate);
    expect(await allOf(target)).toEqual(before);
  });

  test('is refused by a target that went on by itself', async () => {
    await copyLog({ source, target, transcript: forServices() });
    const [first] = await allOf(source);
    if (!first) throw new Error('the source is empty');
    await target.append('traceCase-later', 0, [{ ...first, id: '01980000-0000-7000-8000-0000000000ff' }]);
    await expect(copyLog({ source, target, transcript: forServices() })).rejects.toThrow(
      'The target holds events that do not come from this log: traceCase-later, version 1.',
    );
  });
});
