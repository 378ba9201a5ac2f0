import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EventStore, type Log, type Message, Rejection, Unavailable } from '@vestigo/kernel';
import { createUuidV7, openSqliteEventStore } from '@vestigo/sqlite';
import { encode } from './codec';
import { takeIn, tracingInbound } from './inbound';
import { listRefused, refusedBody, rerun } from './rerun';
import { sampleMessage } from './testing/sample-messages';

const refusedAt = 1_773_570_600_000;
const at = refusedAt + 86_400_000;

let folder: string;
let store: EventStore;
let log: Log;
let known: Set<string>;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vestigo-'));
  store = openSqliteEventStore({ file: join(folder, 'log.db') });
  log = { store, newId: createUuidV7(Date.now) };
  known = new Set();
});

afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

/** Follows messages about requests that are known. */
const inbound = tracingInbound('refusedRequest', ({ requestId }) =>
  known.has(requestId)
    ? Promise.resolve()
    : Promise.reject(new Rejection('not-found', 'case-not-found', 'There is no case with this id.')),
);
const { id, requestId } = sampleMessage('request-withdrawn');
const withdrawal: Message = { id, key: requestId, body: encode(sampleMessage('request-withdrawn')) };
const byHand: Message = { id: 'sent by hand/1', key: requestId, body: '{"type":"the owner is Jane Doe"}' };

const take = (...batch: readonly Message[]) => takeIn(log, inbound, () => refusedAt, batch);
const list = () => listRefused(store, ['refusedRequest', 'refusedReply']);
const runAgain = (message: string) => rerun(log, inbound, message, () => at);
const typesIn = async (stream: string) => (await store.read(stream)).map(({ event }) => event.type);

const refusedWithdrawal = {
  category: 'refusedRequest',
  id,
  from: 'TTO',
  kind: 'request-withdrawn.v1',
  code: 'case-not-found',
  refusedAt,
} as const;
const again = { outcome: 'refused', code: 'case-not-found', reason: 'There is no case with this id.' };

describe('messages that were refused', () => {
  test('are listed in the order they came, by what their envelopes say, never by what they hold', async () => {
    await take(withdrawal, byHand);
    expect(await list()).toEqual([
      refusedWithdrawal,
      {
        category: 'refusedRequest',
        id: 'sent%20by%20hand%2F1',
        from: undefined,
        kind: undefined,
        code: 'unknown-type',
        refusedAt,
      },
    ]);
    expect(
      await refusedBody(store, { category: 'refusedRequest', id: 'sent%20by%20hand%2F1' }),
    ).toMatchObject({
      id: byHand.id,
      body: byHand.body,
    });
  });

  test('are none where nothing was refused', async () => {
    known.add(requestId);
    await take(withdrawal);
    expect(await list()).toEqual([]);
  });
});

describe('a re-run', () => {
  beforeEach(() => take(withdrawal));

  test('follows a message that can be followed by now, and records it', async () => {
    known.add(requestId);
    expect(await runAgain(id)).toEqual({ outcome: 'followed' });
    expect(await list()).toEqual([{ ...refusedWithdrawal, rerun: { outcome: 'followed', at } }]);
  });

  test('is harmless when it is done twice', async () => {
    known.add(requestId);
    await runAgain(id);
    expect(await runAgain(id)).toEqual({ outcome: 'followed' });
    expect(await typesIn(`refusedRequest-${id}`)).toEqual(['MessageRefused', 'MessageRerun']);
  });

  test('of a message that still cannot be followed says why', async () => {
    expect(await runAgain(id)).toEqual(again);
    expect(await list()).toEqual([{ ...refusedWithdrawal, rerun: { ...again, at } }]);
    known.add(requestId);
    expect(await runAgain(id)).toEqual({ outcome: 'followed' });
  });

  test('of a message that was never refused is refused itself', async () => {
    await expect(runAgain('unheard-of')).rejects.toMatchObject({ code: 'message-not-refused' });
  });

  test('records nothing when a part it needs does not answer', async () => {
    const failure = new Unavailable('the log does not answer');
    const failing = { ...inbound, follow: () => Promise.reject(failure) };
    await expect(rerun(log, failing, id, () => at)).rejects.toBe(failure);
    expect(await typesIn(`refusedRequest-${id}`)).toEqual(['MessageRefused']);
  });
});
