import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { handle, type Log, type Loop, projectionLoop, soleLeadership } from '@vestigo/kernel';
import { eventually } from '@vestigo/kernel/testing';
import {
  type DatedLapsePolicy,
  tracingRequest,
  type TracingRequestCommand,
  type TracingRequestEvent,
} from '@vestigo/requesting/domain';
import { createUuidV7, openSqliteEventStore, openSqliteReadStore } from '@vestigo/sqlite';
import { lapseLoop, type LapseWatch, sweepLapsed } from './lapse.process';
import { requestList } from './request-list.projection';

const day = 86_400_000;
const monday = Date.UTC(2026, 2, 2, 12);
const meta = { actor: 'desk', state: 'JAM', role: 'officer', correlationId: '', causationId: '' };

let now: number;
let policies: ReadonlyMap<string, readonly DatedLapsePolicy[]>;
let log: Log;
let watch: LapseWatch;
let close: () => Promise<void>;

beforeEach(() => {
  now = monday;
  policies = new Map([['JAM', [{ afterIdleDays: 30, from: 0 }]]]);
  const folder = mkdtempSync(join(tmpdir(), 'vestigo-'));
  const store = openSqliteEventStore({ file: join(folder, 'log.db'), clock: () => now });
  const readStore = openSqliteReadStore({ file: join(folder, 'views.db') });
  const docket = readStore.open(requestList);
  log = { store, newId: createUuidV7(() => now) };
  watch = {
    ...{ log, leadership: soleLeadership(readStore), docket, now: () => now },
    directory: { lapsePolicies: () => Promise.resolve(policies) },
    deskClock: () => Promise.resolve({ timeZone: 'UTC', weekend: [6, 0] }),
  };
  const stopping = new AbortController();
  const projecting = projectionLoop(store, docket, requestList).run(stopping.signal);
  close = async () => {
    stopping.abort();
    await projecting;
    await store.close();
    readStore.close();
    rmSync(folder, { recursive: true });
  };
});
afterEach(() => close());

const sweep = async (holds = () => true) => {
  const head = await log.store.head();
  await eventually(() => {
    expect(watch.docket.checkpoint()).toBe(head);
  });
  return sweepLapsed(watch, { holds });
};
const act = (id: string, command: TracingRequestCommand) =>
  handle(log, tracingRequest, id, command, { meta });
const history = (id: string) => log.store.read<TracingRequestEvent>(`tracingRequest-${id}`);
const lapses = async (id: string) =>
  (await history(id)).flatMap(({ event }) => (event.type === 'RequestLapsed' ? [event.occurredAt] : []));

async function send(id: string, requestingState = 'JAM', imported = false): Promise<void> {
  await act(id, {
    ...{ type: 'SubmitRequest', by: requestingState, at: now, now },
    ...{ requestId: id, requestingState, respondingState: 'USA', imported },
    content: {
      ...{ priority: 'ROUTINE', regimes: ['ITI'], illicitGrounds: ['ILL_NATLAW'], channel: 'OTHER' },
      ...{ legalBasis: 'Act 1', intendedUse: 'INVESTIGATION', acquisitionMode: 'SEIZED' },
      items: [{ number: 1, kind: 'ARM', type: 'UNKNOWN_SMALL' }],
    },
  });
}
/** The end of the thirtieth day after Monday. */
const due = Date.UTC(2026, 3, 2);

describe('the watch on idle requests', () => {
  test('marks one lapsed at the very instant and not before, once, by the command that a coordinator uses', async () => {
    await send('a');
    now = due - 1;
    expect(await sweep()).toBe(0);
    now = due;
    expect([await sweep(), await sweep()]).toEqual([1, 0]);
    const [, lapsed, ...more] = await history('a');
    expect(more).toEqual([]);
    expect(lapsed).toMatchObject({
      event: {
        type: 'RequestLapsed',
        occurredAt: due,
        clock: { requestId: 'a', requestingState: 'JAM', respondingState: 'USA' },
        data: { reason: "Nothing was heard or done within 30 days: the State's policy." },
      },
      meta: { actor: 'lapse', state: 'JAM', role: 'service' },
    });
  });

  test('dates it when it had come to that, however late this is noticed', async () => {
    await send('a');
    now = due + 7 * day;
    await sweep();
    expect(await lapses('a')).toEqual([due]);
  });

  test('leaves a request of which something was heard before anybody looked', async () => {
    await send('a');
    now = due + day;
    const reply = { kind: 'receive', said: {} } as const;
    await act('a', {
      ...{ type: 'RecordReply', by: 'USA', at: now, now, respondedAt: now, reply },
      number: { seq: 1, seen: 1 },
    });
    now = due + 7 * day;
    expect([await sweep(), await lapses('a')]).toEqual([0, []]);
    now = due + 40 * day;
    await sweep();
    expect(await lapses('a')).toEqual([Date.UTC(2026, 4, 4)]);
  });

  test('does nothing for a State that has set no policy, nor for history that was taken over', async () => {
    await send('a', 'TTO');
    await send('b', 'JAM', true);
    await send('c');
    policies = new Map([
      ['JAM', [{ afterIdleDays: 30, from: 0 }]],
      ['TTO', [{ from: 0 }]],
    ]);
    now = due + 400 * day;
    expect(await sweep()).toBe(1);
    expect([await lapses('a'), await lapses('b'), await lapses('c')]).toEqual([[], [], [due]]);
  });

  test('stops before its next effect once somebody else leads', async () => {
    await send('a');
    await send('b');
    now = due;
    let effects = 1;
    expect(await sweep(() => (effects -= 1) >= 0)).toBe(1);
    expect((await Promise.all([lapses('a'), lapses('b')])).flat()).toEqual([due]);
  });

  test('marks each request once when two watches look at the same time', async () => {
    await Promise.all(['a', 'b', 'c'].map((id) => send(id)));
    now = due;
    await sweep(() => false);
    const marked = await Promise.all([
      sweepLapsed(watch, { holds: () => true }),
      sweepLapsed(watch, { holds: () => true }),
    ]);
    expect(marked.reduce((sum, one) => sum + one, 0)).toBe(3);
    expect((await Promise.all(['a', 'b', 'c'].map(lapses))).flat()).toEqual([due, due, due]);
  });

  test('goes on by itself while it leads', async () => {
    await send('a');
    const stopping = new AbortController();
    const loop: Loop = lapseLoop(watch, 5);
    const running = loop.run(stopping.signal);
    now = due;
    await eventually(async () => {
      expect(await lapses('a')).toEqual([due]);
    });
    stopping.abort();
    await running;
  });
});
