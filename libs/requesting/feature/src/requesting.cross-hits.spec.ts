import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EventStore, handle, type Log } from '@vestigo/kernel';
import { type AnyTracingMessage, encode, takeIn } from '@vestigo/protocol';
import { tracingRequest } from '@vestigo/requesting/domain';
import { createUuidV7, openSqliteEventStore } from '@vestigo/sqlite';
import { GetRequest, GetRequestHandler } from './request.query';
import { repliesInbound } from './requesting.inbound';
import { contentOf } from './request-form';
import { oldForm } from './testing/sample-forms';

const now = Date.UTC(2026, 2, 15, 12);
const parties = {
  requestId: '01980000-0000-7000-8000-0000000000a1',
  requestingState: 'TTO',
  respondingState: 'USA',
  imported: false,
};
let folder: string;
let store: EventStore;
let log: Log;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'vestigo-'));
  store = openSqliteEventStore({ file: join(folder, 'log.db'), clock: () => now });
  log = { store, newId: createUuidV7(() => now) };
  const meta = { actor: 'officer', state: 'TTO', role: 'officer', correlationId: '', causationId: '' };
  const act = { by: 'TTO', at: now, now, ...parties };
  const command = { type: 'SubmitRequest', ...act, content: contentOf(oldForm) } as const;
  await handle(log, tracingRequest, parties.requestId, command, { meta });
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

/** Word that item 1 is asked about in another request as well. */
async function hear(change: Partial<AnyTracingMessage> = {}): Promise<void> {
  const message = {
    kind: 'request-cross-hit-noted',
    id: '01980000-0000-7000-8000-0000000000b1',
    ...parties,
    from: 'USA',
    occurredAt: now,
    correlationId: 'c',
    data: { items: [1] },
    ...change,
  } as AnyTracingMessage;
  const body = encode(message);
  await takeIn(
    log,
    repliesInbound({
      log,
      now: () => now,
      deskClock: () => Promise.resolve({ timeZone: 'UTC', weekend: [6, 0] }),
    }),
    () => now,
    [{ id: message.id, key: message.requestId, body }],
  );
}

const crossHits = async () =>
  (await new GetRequestHandler(log).execute(new GetRequest(parties.requestId))).crossHits;

test('word that the same arm is asked about elsewhere stands beside the request, once', async () => {
  expect(await crossHits()).toEqual([]);
  await hear();
  await hear();
  await hear({ id: '01980000-0000-7000-8000-0000000000b2' });
  expect(await crossHits()).toEqual([1]);
  const { history } = await new GetRequestHandler(log).execute(new GetRequest(parties.requestId));
  expect(history.map(({ event }) => event.type)).toEqual(['RequestSubmitted']);
});

test('is taken from the State that was asked only', async () => {
  await hear({ respondingState: 'ITA', from: 'ITA' });
  expect(await crossHits()).toEqual([]);
});
