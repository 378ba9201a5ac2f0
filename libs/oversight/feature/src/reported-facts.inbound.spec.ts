import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventStore, Log, Message } from '@vestigo/kernel';
import { encode, encodeNotice } from '@vestigo/protocol';
import { createUuidV7, openSqliteEventStore } from '@vestigo/sqlite';
import { Completeness, receiveReports } from './reported-facts.inbound';

const now = Date.UTC(2026, 2, 15, 12);
const hour = 3_600_000;
const requestId = '01980000-0000-7000-8000-0000000000a1';
const pair = { requestingState: 'TTO', respondingState: 'USA' };

let folder: string;
let store: EventStore;
let log: Log;
let completeness: Completeness;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vestigo-'));
  store = openSqliteEventStore({ file: join(folder, 'log.db'), clock: () => now });
  log = { store, newId: createUuidV7(() => now) };
  completeness = new Completeness();
});

afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

const take = (...batch: readonly Message[]) => receiveReports(log, () => now, completeness, batch);
const recorded = async () =>
  (await store.read(`reportedClock-${requestId}`)).map(({ recordedAt }) => recordedAt);

function submitted(recordedAt: number): Message {
  const id = '01980000-0000-7000-8000-000000000001';
  const body = encode({
    kind: 'clock-fact-reported',
    ...{
      id,
      requestId,
      ...pair,
      from: 'TTO',
      occurredAt: now - hour,
      imported: false,
      correlationId: 'case 17',
    },
    data: { fact: 'RequestSubmitted', code: 'ROUTINE', recordedAt: new Date(recordedAt).toISOString() },
  });
  return { id, key: requestId, body };
}

function complete(side: 'requesting' | 'responding', through: number): Message {
  const id = '01980000-0000-7000-8000-000000000002';
  const states = side === 'requesting' ? ['TTO'] : ['USA'];
  const body = encodeNotice({ kind: 'facts-complete', id, occurredAt: through, data: { side, states } });
  return { id, key: side, body };
}

describe('a report of a desk', () => {
  test('keeps the instant at which the desk recorded the fact, each fact once', async () => {
    await take(submitted(now - 60_000), submitted(now - 60_000));
    await take(submitted(now - 60_000));
    expect(await recorded()).toEqual([now - 60_000]);
  });

  test('of a desk whose clock is ahead counts from when it was heard', async () => {
    await take(submitted(now + hour));
    expect(await recorded()).toEqual([now]);
  });
});

describe('how far reports are complete', () => {
  test('is not known of a pair while one desk was not heard', async () => {
    await take(complete('requesting', now - 5000));
    expect(completeness.taken()(pair)).toBe(-Infinity);
  });

  test('goes as far as the desk that is behind', async () => {
    await take(complete('requesting', now - 5000), complete('responding', now - 9000));
    expect(completeness.taken()(pair)).toBe(now - 9000);
  });

  test('is taken back by a desk whose clock was ahead and is set right', async () => {
    await take(complete('requesting', now - 5000), complete('responding', now + hour));
    await take(complete('responding', now - 5000));
    expect(completeness.taken()(pair)).toBe(now - 5000);
  });
});
