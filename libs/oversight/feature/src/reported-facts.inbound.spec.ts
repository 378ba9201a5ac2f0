import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventStore, Log, Message } from '@vestigo/kernel';
import { type AnyTracingMessage, encode, encodeNotice } from '@vestigo/protocol';
import { createUuidV7, openSqliteEventStore } from '@vestigo/sqlite';
import { Completeness, receiveReports, REFUSED_REPORTS } from './reported-facts.inbound';

const answeredAt = Date.UTC(2026, 2, 15, 9, 30);
const takenInAt = Date.UTC(2026, 2, 15, 9, 31);
const requestId = '01980000-0000-7000-8000-0000000000a1';

let folder: string;
let store: EventStore;
let log: Log;
let completeness: Completeness;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vestigo-'));
  store = openSqliteEventStore({ file: join(folder, 'log.db') });
  log = { store, newId: createUuidV7(Date.now) };
  completeness = new Completeness();
});

afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

const receive = (...batch: readonly Message[]) => receiveReports(log, Date.now, completeness, batch);

const report = (fact: string, from: string, more: Partial<AnyTracingMessage> = {}): Message => {
  const message = {
    kind: 'clock-fact-reported',
    id: '01980000-0000-7000-8000-0000000000e1',
    requestId,
    requestingState: 'TTO',
    respondingState: 'USA',
    imported: false,
    from,
    occurredAt: answeredAt,
    correlationId: 'case 17',
    data: { fact, code: 'PARTIAL', recordedAt: new Date(takenInAt).toISOString() },
    ...more,
  } as AnyTracingMessage;
  return { id: message.id, key: requestId, body: encode(message) };
};
const complete = (side: 'requesting' | 'responding', states: readonly string[], through: number): Message => {
  const id = '01980000-0000-7000-8000-0000000000f1';
  const body = encodeNotice({ kind: 'facts-complete', id, occurredAt: through, data: { side, states } });
  return { id, key: side, body };
};
const pair = { requestingState: 'TTO', respondingState: 'USA' };

describe('what desks report', () => {
  test('stands in the log of oversight once, with the date of the log it comes from', async () => {
    await receive(report('CaseAnswered', 'USA'));
    await receive(report('CaseAnswered', 'USA'));
    const { events } = await store.readFacts({ after: 0 });
    expect(events).toEqual([
      {
        requestId,
        ...pair,
        code: 'PARTIAL',
        imported: false,
        type: 'CaseAnswered',
        stream: `reportedClock-${requestId}`,
        position: 1,
        occurredAt: answeredAt,
        recordedAt: takenInAt,
      },
    ]);
  });

  test('of a desk whose clock is ahead is dated with when it was heard', async () => {
    const before = Date.now();
    const recordedAt = new Date(before + 3_600_000).toISOString();
    await receive(
      report('CaseAnswered', 'USA', { data: { fact: 'CaseAnswered', code: 'FULL', recordedAt } }),
    );
    const [event] = await store.read(`reportedClock-${requestId}`);
    expect(event?.recordedAt).toBeGreaterThanOrEqual(before);
    expect(event?.recordedAt).toBeLessThanOrEqual(Date.now());
  });

  test('is refused from a State whose desk it is not about', async () => {
    const second = { id: '01980000-0000-7000-8000-0000000000e2' };
    await receive(report('CaseAnswered', 'TTO'), report('RequestWithdrawn', 'USA', second));
    expect((await store.readFacts({ after: 0 })).events).toEqual([]);
    const { events } = await store.readAll({ after: 0, categories: [REFUSED_REPORTS] });
    const wrong = { code: 'wrong-speaker' };
    expect(events.map(({ event }) => event.data)).toMatchObject([wrong, wrong]);
  });

  test('is passed over when no clock depends on it', async () => {
    await receive(report('RequestDelivered', 'TTO'), report('AnswerFellDue', 'USA'));
    expect(await store.head()).toBe(0);
  });

  test('is no letter to a desk', async () => {
    await receive(report('', 'USA', { kind: 'request-delivered', data: {} }));
    const { events } = await store.readAll({ after: 0, categories: [REFUSED_REPORTS] });
    expect(events.map(({ event }) => event.data)).toMatchObject([{ code: 'wrong-channel' }]);
  });
});

describe('how far reports are complete', () => {
  test('is unknown for a pair of which only one desk was heard', async () => {
    await receive(complete('responding', ['USA'], 1000));
    expect(completeness.taken()(pair)).toBe(-Infinity);
  });

  test('is as far as the desk has come that is behind', async () => {
    await receive(complete('responding', ['BRB', 'USA'], 2000), complete('requesting', ['TTO'], 1000));
    expect(completeness.taken()(pair)).toBe(1000);
    await receive(complete('requesting', ['TTO'], 3000));
    expect(completeness.taken()(pair)).toBe(2000);
  });

  test('goes back with a desk whose clock was ahead and has been set right', async () => {
    await receive(complete('responding', ['USA'], 9000), complete('requesting', ['TTO'], 8000));
    await receive(complete('responding', ['USA'], 1500));
    expect(completeness.taken()(pair)).toBe(1500);
  });

  test('is what it was when it was asked, whatever comes later', async () => {
    await receive(complete('responding', ['USA'], 1000), complete('requesting', ['TTO'], 1000));
    const then = completeness.taken();
    await receive(complete('responding', ['USA'], 5000), complete('requesting', ['TTO'], 5000));
    expect(then(pair)).toBe(1000);
  });
});
