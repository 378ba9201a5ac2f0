import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { handle, type Log, Unavailable } from '@vestigo/kernel';
import type { ReceivedItemAnswer, RespondingAct } from '@vestigo/lifecycle';
import { isSubmitted, tracingRequest, type TracingRequestCommand } from '@vestigo/requesting/domain';
import { createUuidV7, openSqliteEventStore, openSqliteReadStore } from '@vestigo/sqlite';
import { emptyDirectory } from '../testing/empty-directory';
import { fileOf, id, type ImportDesk, importDesk, rowOf } from '../testing/import-desk';
import { storeWith } from '../testing/store-with';
import { keptRequest } from '../trails';
import { requestIdIn } from './import-state';

const now = Date.UTC(2026, 5, 1);
const parent = '01980000-0000-7000-8000-000000000001';
const second = '01980000-0000-7000-8000-000000000002';

let place: string;
let log: Log;
let desk: ImportDesk;
let close: () => Promise<void>;

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'imports-'));
  const store = openSqliteEventStore({ file: join(place, 'log.db'), clock: () => now });
  const readStore = openSqliteReadStore({ file: join(place, 'views.db') });
  log = { store, newId: createUuidV7(() => now) };
  desk = importDesk({ place, log, readStore, now });
  close = async () => {
    readStore.close();
    await store.close();
    rmSync(place, { recursive: true });
  };
});
afterEach(() => close());

const give = (requestId: string, command: TracingRequestCommand) => {
  const meta = { actor: 'a', state: 'TTO', role: 'officer', correlationId: 'c', causationId: 'c' };
  return handle(log, tracingRequest, requestId, command, { meta });
};

async function ask(requestId: string, respondingState: string, by = 'TTO'): Promise<void> {
  const items = [1, 2].map((number) => ({ number, kind: 'ARM', type: 'REVOLVER' }) as const);
  await give(requestId, {
    ...{ type: 'SubmitRequest', by, at: now, now, requestId, requestingState: by, respondingState },
    imported: false,
    content: {
      ...{ channel: 'BILATERAL', priority: 'ROUTINE', regimes: ['ITI'], illicitGrounds: ['ILL_NATLAW'] },
      ...{ legalBasis: 'Act 1', intendedUse: 'INVESTIGATION', acquisitionMode: 'SEIZED', items },
    },
  });
}

/** The USA answer on these items that Colombia is to be asked. */
async function answered(requestId: string, ...items: readonly number[]): Promise<void> {
  const given = { outcome: 'TRACED_EXPORTED_ON', onwardState: 'COL' };
  const answers = items.map((item): ReceivedItemAnswer => ({ item, ...given }));
  const acts: readonly RespondingAct[] = [
    { kind: 'receive', said: {} },
    { kind: 'answer', said: { answers, answerClass: 'FULL' } },
  ];
  for (const [index, reply] of acts.entries()) {
    const number = { seq: index + 1, seen: 1 };
    await give(requestId, { type: 'RecordReply', by: 'USA', at: now, now, respondedAt: now, reply, number });
  }
}

const following = (respondingState: string, item = '', parentRequestId = parent) =>
  rowOf({ respondingState, parentRequestId, 'item.followsItem': item });

const faults = async () =>
  (await desk.folder.reportOf(id)).map(({ line, column, remedy }) => [line, column, remedy]);

test('a row that follows from an answered request is sent as its follow-on', async () => {
  await ask(parent, 'USA');
  await answered(parent, 1, 2);
  await desk.take(fileOf([following('COL'), following('COL', '2')]), 'all-or-nothing');
  expect(await desk.work()).toMatchObject({ status: 'sent', sent: 2, faults: 0 });
  const [first, other] = await Promise.all(
    ['line 2', 'line 3'].map((key) => keptRequest(log, requestIdIn(id, key))),
  );
  const asked = [first, other].map((kept) => [
    kept?.request.content.parentRequestId,
    kept?.request.content.items[0]?.followsItem,
  ]);
  expect(asked).toEqual([
    [parent, undefined],
    [parent, 2],
  ]);
});

test('a row is refused where a request that is sent by itself would be', async () => {
  await ask(parent, 'USA');
  await ask(second, 'USA', 'GUY');
  await answered(parent, 1);
  await answered(second, 1);
  const rows = [following('USA'), following('COL', '2'), following('COL', '3'), following('COL', '', second)];
  await desk.take(fileOf([...rows, following('COL')]), 'valid-only');
  expect(await desk.work()).toMatchObject({ status: 'sent', sent: 1, skipped: 4, faulty: 4 });
  expect(await faults()).toEqual([
    [2, 'respondingState', `USA was asked in hop 1, request ${parent}`],
    [3, 'parentRequestId', `item 2 of request ${parent} is not answered yet`],
    [4, 'item.followsItem', 'must be the number of an item of the parent request'],
    [5, 'parentRequestId', 'must be the id of a request that your State has sent'],
  ]);
});

test('of two rows that ask one State about one arm the later is refused, before any is sent', async () => {
  await ask(parent, 'USA');
  await answered(parent, 1, 2);
  const rows = [following('COL'), following('BRA'), following('COL', '2'), following('COL', '1')];
  await desk.take(fileOf(rows), 'all-or-nothing');
  expect(await desk.work()).toMatchObject({ status: 'turned-down', faulty: 1, sent: 0 });
  expect(await faults()).toEqual([
    [5, 'respondingState', 'is asked about this arm on this trail by an earlier request of the file'],
  ]);
  expect(await keptRequest(log, requestIdIn(id, 'line 2'))).toBeUndefined();
});

test('history that is taken over stays as it was, whatever it follows from', async () => {
  await desk.take(
    fileOf([following('COL')])
      .replace('respondingState', 'imported,respondingState')
      .replace('COL', 'true,COL'),
    'all-or-nothing',
  );
  expect(await desk.work()).toMatchObject({ status: 'sent', sent: 1 });
});

test('an import that was broken off counts as sent what it has sent, also where that stands on the trail by now', async () => {
  await ask(parent, 'USA');
  await answered(parent, 1);
  await desk.take(fileOf([following('COL')]), 'valid-only');
  const { store, newId } = log;
  // The announcement, and the request.
  let appends = 0;
  const broken = storeWith(store, {
    async append(...what) {
      const appended = await store.append(...what);
      appends += 1;
      if (appends > 1) throw new Unavailable('The power is away.');
      return appended;
    },
  });
  await expect(desk.work({ log: { store: broken, newId } })).rejects.toThrow('The power is away.');
  expect(await desk.work()).toMatchObject({ status: 'sent', sent: 1, skipped: 0 });
  const kept = await keptRequest(log, requestIdIn(id, 'line 2'));
  expect(kept && [isSubmitted(kept.request), kept.history.length]).toEqual([true, 1]);
});

test('a State whose second officer approves each request sends none by a file', async () => {
  const directory = { ...emptyDirectory, reviewRequired: () => Promise.resolve(true) };
  await desk.take(fileOf([rowOf()]), 'valid-only');
  expect(await desk.work({ directory })).toMatchObject({ status: 'turned-down', faulty: 1, sent: 0 });
  expect(await faults()).toMatchObject([[2, undefined, expect.stringContaining('another officer approves')]]);
});
