import fc from 'fast-check';
import type { Problem } from '../api/problem';
import type { Draft, Sent, Write } from './write';
import { openWriteQueue, type WriteQueueParts, type WriteStore } from './write-queue';

/** What the service does with what it is sent: the link may break before the request arrives, or before the answer is back. */
type Turn = 'served' | 'no-link' | 'answer-lost' | 'refused';

const problem: Problem = { status: 422, code: 'already-answered', title: 'Already answered', detail: 'It is.' };

function inMemory(): WriteStore {
  const kept = new Map<string, Write>();
  return {
    all: (person) =>
      Promise.resolve(
        [...kept.values()]
          .filter((write) => write.person === person)
          .toSorted((one, other) => one.place - other.place),
      ),
    put(write) {
      kept.set(write.id, structuredClone(write));
      return Promise.resolve();
    },
    remove(id) {
      kept.delete(id);
      return Promise.resolve();
    },
  };
}

/** A service that does each write once under its key, on a link that goes as `turns` says; without turns left it serves. */
function service(turns: readonly Turn[]) {
  const left = [...turns];
  const done: string[] = [];
  return {
    done,
    send({ id, path }: Write): Promise<Sent> {
      const turn = left.shift() ?? 'served';
      if (turn === 'no-link') return Promise.resolve({ kind: 'unreachable' });
      const known = done.some((one) => one.startsWith(id));
      if (turn === 'refused' && !known) return Promise.resolve({ kind: 'refused', problem });
      if (!known) done.push(`${id} ${path}`);
      return Promise.resolve(
        turn === 'answer-lost' ? { kind: 'unreachable' } : { kind: 'done', answer: { id } },
      );
    },
  };
}

let count = 0;
beforeEach(() => {
  count = 0;
});

function partsWith(send: WriteQueueParts['send'], more: Partial<WriteQueueParts> = {}): WriteQueueParts {
  return {
    person: 'officer|JAM|officer@JAM',
    store: inMemory(),
    send,
    newId: () => `key-${(count += 1)}`,
    done: () => undefined,
    alone: (work) => work(),
    ...more,
  };
}

const draft = (path: string, lane = path): Draft => ({
  method: 'POST',
  path,
  body: { json: { path } },
  lane,
  label: 'shell.requests',
  changes: [['requests']],
});

describe('a write', () => {
  test('is sent at once where there is a link, and tells what it changed', async () => {
    const { send, done } = service([]);
    const changed: string[] = [];
    const queue = await openWriteQueue(partsWith(send, { done: ({ path }) => changed.push(path) }));
    expect(await queue.submit(draft('/v1/requests'))).toEqual({ kind: 'done', answer: { id: 'key-1' } });
    expect([done, changed, queue.writes.get()]).toEqual([['key-1 /v1/requests'], ['/v1/requests'], []]);
  });

  test('waits where there is none, survives a reload, and goes out under the key that it had', async () => {
    const offline = partsWith(service(['no-link']).send);
    const queue = await openWriteQueue(offline);
    expect(await queue.submit(draft('/v1/requests'))).toEqual({ kind: 'queued', id: 'key-1' });
    expect(queue.writes.get().map(({ id, state }) => [id, state])).toEqual([['key-1', { kind: 'queued' }]]);
    const { send, done } = service([]);
    const reloaded = await openWriteQueue({ ...offline, send });
    await reloaded.flush();
    expect([done, reloaded.writes.get()]).toEqual([['key-1 /v1/requests'], []]);
  });

  test('whose answer was lost, with the page closed meanwhile, is done once', async () => {
    const world = service(['answer-lost']);
    const parts = partsWith(world.send);
    await (await openWriteQueue(parts)).submit(draft('/v1/requests'));
    await (await openWriteQueue(parts)).flush();
    expect(world.done).toEqual(['key-1 /v1/requests']);
  });

  test('that was being sent when the page was closed waits again', async () => {
    const store = inMemory();
    const parts = partsWith(service([]).send, { store });
    await store.put({
      ...draft('/v1/requests'),
      ...{ id: 'key-0', person: parts.person, place: 1, state: { kind: 'sending' } },
    });
    const queue = await openWriteQueue(parts);
    expect(queue.writes.get().map(({ state }) => state)).toEqual([{ kind: 'queued' }]);
  });

  test('that is refused while its writer waits is given back, and not kept', async () => {
    const queue = await openWriteQueue(partsWith(service(['refused']).send));
    expect(await queue.submit(draft('/v1/requests'))).toEqual({ kind: 'refused', problem });
    expect(queue.writes.get()).toEqual([]);
  });

  test('that is refused later stays, holds back its own lane alone, and can be mended in its place', async () => {
    const world = service(['no-link', 'no-link', 'no-link', 'refused']);
    const queue = await openWriteQueue(partsWith(world.send));
    await queue.submit(draft('/v1/cases/1/answer', 'cases/1'));
    await queue.submit(draft('/v1/cases/1/supplements', 'cases/1'));
    await queue.submit(draft('/v1/cases/2/answer', 'cases/2'));
    await queue.flush();
    expect(world.done).toEqual(['key-3 /v1/cases/2/answer']);
    expect(queue.writes.get().map(({ id, state }) => [id, state.kind])).toEqual([
      ['key-1', 'refused'],
      ['key-2', 'queued'],
    ]);
    await queue.mend('key-1', draft('/v1/cases/1/answer', 'cases/1'));
    await queue.flush();
    expect(world.done.slice(1)).toEqual(['key-4 /v1/cases/1/answer', 'key-2 /v1/cases/1/supplements']);
    expect(queue.writes.get()).toEqual([]);
  });

  test('that is discarded lets its lane go on', async () => {
    const world = service(['no-link', 'no-link', 'refused']);
    const queue = await openWriteQueue(partsWith(world.send));
    await queue.submit(draft('/v1/cases/1/answer', 'cases/1'));
    await queue.submit(draft('/v1/cases/1/supplements', 'cases/1'));
    await queue.flush();
    await queue.discard('key-1');
    await queue.flush();
    expect(world.done).toEqual(['key-2 /v1/cases/1/supplements']);
  });

  test('of somebody else is not sent', async () => {
    const parts = partsWith(service(['no-link']).send);
    await (await openWriteQueue(parts)).submit(draft('/v1/requests'));
    const { send, done } = service([]);
    const other = await openWriteQueue({ ...parts, send, person: 'officer|USA|officer@USA' });
    await other.flush();
    expect([done, other.writes.get()]).toEqual([[], []]);
  });
});

describe('acts of one officer on one matter, done without a link', () => {
  /** A matter at a version: it takes what is sent on its version, each write once, and tells the version that it led to. */
  function matter(at: number, turns: readonly Turn[] = []) {
    const left = [...turns];
    const known = new Map<string, number>();
    const world = {
      version: at,
      seen: [] as string[],
      send({ id, path, ifMatch }: Write): Promise<Sent> {
        const turn = left.shift() ?? 'served';
        if (turn === 'no-link') return Promise.resolve({ kind: 'unreachable' });
        if (!known.has(id)) {
          if (ifMatch !== `"${world.version}"`) {
            const conflict = { ...problem, status: 412, code: 'version-conflict' };
            return Promise.resolve({ kind: 'refused', problem: conflict });
          }
          known.set(id, (world.version += 1));
          world.seen.push(`${path} on ${ifMatch}`);
        }
        if (turn === 'answer-lost') return Promise.resolve({ kind: 'unreachable' });
        return Promise.resolve({ kind: 'done', answer: { version: known.get(id) } });
      },
    };
    return world;
  }
  const on = (version: number, path: string, lane = 'cases/1'): Draft => ({
    ...draft(path, lane),
    ifMatch: `"${version}"`,
  });
  const states = ({ writes }: { readonly writes: { get(): readonly Write[] } }) =>
    writes.get().map(({ path, state }) => [path, state.kind]);

  test('go one after the other, each on the version that the one before led to', async () => {
    const world = matter(4, ['no-link', 'no-link', 'answer-lost']);
    const parts = partsWith(world.send);
    const queue = await openWriteQueue(parts);
    await queue.submit(on(4, '/acknowledgement'));
    await queue.submit(on(4, '/search'));
    await queue.flush();
    const reloaded = await openWriteQueue(parts);
    await reloaded.flush();
    expect([world.seen, states(reloaded)]).toEqual([['/acknowledgement on "4"', '/search on "5"'], []]);
  });

  test('are held back where somebody else came first, and where somebody came between', async () => {
    const first = matter(4, ['no-link', 'no-link']);
    const queue = await openWriteQueue(partsWith(first.send));
    await queue.submit(on(4, '/acknowledgement'));
    await queue.submit(on(4, '/search'));
    first.version += 1;
    await queue.flush();
    expect([first.seen, states(queue)]).toEqual([
      [],
      [
        ['/acknowledgement', 'refused'],
        ['/search', 'queued'],
      ],
    ]);

    const between = matter(4, ['no-link', 'no-link', 'served', 'no-link']);
    const other = await openWriteQueue(partsWith(between.send));
    await other.submit(on(4, '/acknowledgement'));
    await other.submit(on(4, '/search'));
    await other.flush();
    between.version += 1;
    await other.flush();
    expect([between.seen, states(other)]).toEqual([['/acknowledgement on "4"'], [['/search', 'refused']]]);
  });

  test('leave what rests on another sight, or is of another matter, as it is', async () => {
    const world = matter(4, ['no-link', 'no-link', 'no-link', 'served', 'no-link']);
    const queue = await openWriteQueue(partsWith(world.send));
    await queue.submit(on(4, '/acknowledgement'));
    await queue.submit(on(3, '/search'));
    await queue.submit(on(4, '/acknowledgement', 'cases/2'));
    await queue.flush();
    expect(queue.writes.get().map(({ lane, ifMatch }) => [lane, ifMatch])).toEqual([
      ['cases/1', '"3"'],
      ['cases/2', '"4"'],
    ]);
  });
});

test('whatever the link does, each write is done once, and those of a lane in their order', async () => {
  const anyTurn = fc.constantFrom<Turn>('served', 'no-link', 'answer-lost');
  const anyWrites = fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(anyWrites, fc.array(anyTurn, { maxLength: 20 }), fc.boolean(), async (lanes, turns, reload) => {
      count = 0;
      const world = service(turns);
      const parts = partsWith(world.send);
      let queue = await openWriteQueue(parts);
      const outcomes = lanes.map((lane, index) => queue.submit(draft(`/${lane}/${index}`, lane)));
      await Promise.all(outcomes);
      if (reload) queue = await openWriteQueue(parts);
      for (let turn = 0; turn <= turns.length; turn += 1) await queue.flush();
      const sent = world.done.map((one) => one.split(' ')[1]);
      expect(sent.toSorted()).toEqual(lanes.map((lane, index) => `/${lane}/${index}`).toSorted());
      for (const lane of new Set(lanes)) {
        const ofLane = sent.filter((path) => path?.startsWith(`/${lane}/`));
        expect(ofLane).toEqual(ofLane.toSorted());
      }
      expect(queue.writes.get()).toEqual([]);
    }),
  );
});
