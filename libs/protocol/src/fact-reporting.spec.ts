import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type ClockFacts,
  type EventStore,
  type Message,
  type ReadStore,
  soleLeadership,
  type Transport,
} from '@vestigo/kernel';
import { eventually } from '@vestigo/kernel/testing';
import {
  createUuidV7,
  openSqliteEventStore,
  openSqliteReadStore,
  openSqliteTransport,
} from '@vestigo/sqlite';
import { LETTER_BOXES } from './addressing';
import { CLOCK_FACTS } from './channels';
import { decode } from './codec';
import { reportingLoops } from './fact-reporting';
import { decodeNotice } from './notices';

const answeredAt = Date.UTC(2026, 2, 15, 9, 30);
const meta = { actor: 'officer', state: 'USA', role: 'officer', correlationId: 'case 17', causationId: '1' };
const clock: ClockFacts = {
  requestId: '01980000-0000-7000-8000-0000000000a1',
  requestingState: 'TTO',
  respondingState: 'USA',
  code: 'PARTIAL',
  imported: false,
};

let now: number;
let folder: string;
let store: EventStore;
let readStore: ReadStore;
let transport: Transport;
let stopping: AbortController;
let running: Promise<unknown>[];
let heard: Message[];
const newId = createUuidV7(() => now);

beforeEach(() => {
  now = Date.UTC(2026, 2, 15, 9, 31);
  folder = mkdtempSync(join(tmpdir(), 'vestigo-'));
  store = openSqliteEventStore({ file: join(folder, 'log.db'), clock: () => now });
  readStore = openSqliteReadStore({ file: join(folder, 'views.db') });
  transport = openSqliteTransport({ file: join(folder, 'transport.db') });
  stopping = new AbortController();
  heard = [];
});

afterEach(async () => {
  stopping.abort();
  await Promise.all(running);
  await transport.close();
  await store.close();
  readStore.close();
  rmSync(folder, { recursive: true });
});

function report() {
  const leadership = soleLeadership(readStore);
  const post = { transport, leadership, addressing: LETTER_BOXES, states: ['BRB', 'USA'] };
  const categories = ['traceCase'];
  const loops = reportingLoops({ store, post, side: 'responding', categories, now: () => now });
  const hear = (batch: readonly Message[]) => Promise.resolve(void heard.push(...batch));
  running = [
    ...loops.map((loop) => loop.run(stopping.signal)),
    transport.consume([CLOCK_FACTS], 'oversight', hear, stopping.signal),
  ];
}

const append = (stream: string, type: string, facts: ClockFacts | null) =>
  store.append(stream, 0, [
    { id: newId(), event: { type, occurredAt: answeredAt, clock: facts, data: { secret: 'serial' } }, meta },
  ]);
const reports = () => heard.filter(({ body }) => decodeNotice(body) === undefined);
const notices = () => heard.flatMap(({ body }) => decodeNotice(body) ?? []);

test('a desk reports its clock facts as its log holds them, and no content', async () => {
  await append('traceCase-a', 'CaseAnswered', clock);
  await append('traceCase-b', 'ReplyDeliveryFailed', null);
  await append('participant-USA', 'PointOfContactRegistered', clock);
  const [recorded] = await store.read('traceCase-a');
  report();
  await eventually(() => expect(notices()).not.toEqual([]));
  expect(reports().map(({ key, body }) => [key, decode(body)])).toEqual([
    [
      clock.requestId,
      {
        kind: 'clock-fact-reported',
        id: recorded?.id,
        requestId: clock.requestId,
        requestingState: 'TTO',
        respondingState: 'USA',
        imported: false,
        from: 'USA',
        occurredAt: answeredAt,
        correlationId: 'case 17',
        data: { fact: 'CaseAnswered', code: 'PARTIAL', recordedAt: '2026-03-15T09:31:00.000Z' },
      },
    ],
  ]);
  expect(heard.map(({ body }) => body).join()).not.toContain('serial');
});

test('it says that its reports are complete only after all that was recorded before', async () => {
  await append('traceCase-a', 'CaseAnswered', clock);
  report();
  await eventually(() => expect(notices()).not.toEqual([]));
  expect(heard.findIndex(({ body }) => decodeNotice(body))).toBe(1);
  expect(notices()[0]).toMatchObject({
    kind: 'facts-complete',
    occurredAt: now - 5_000,
    data: { side: 'responding', states: ['BRB', 'USA'] },
  });
});

test('while publishing stands still nothing is said to be complete', async () => {
  const stuck: Transport = {
    ...transport,
    publish: (channel, messages) =>
      messages.some(({ body }) => decodeNotice(body) === undefined)
        ? new Promise(() => undefined)
        : transport.publish(channel, messages),
    backlog: (channels, group) => transport.backlog(channels, group),
    consume: (...args) => transport.consume(...args),
    close: () => transport.close(),
  };
  await append('traceCase-a', 'CaseAnswered', clock);
  const post = {
    transport: stuck,
    leadership: soleLeadership(readStore),
    addressing: LETTER_BOXES,
    states: ['USA'],
  };
  const loops = reportingLoops({
    store,
    post,
    side: 'responding',
    categories: ['traceCase'],
    now: () => now,
  });
  running = loops.slice(1).map((loop) => loop.run(stopping.signal));
  void loops[0]?.run(stopping.signal);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(await transport.backlog([CLOCK_FACTS], 'oversight')).toBe(0);
});
