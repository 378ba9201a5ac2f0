import { join } from 'node:path';
import { regimeProfiles } from '@vestigo/deadlines';
import { directoryCopy, directoryOutbound } from '@vestigo/directory';
import { categoryOf, type EventStore, type NewEvent, publisherLoop, soleLeadership } from '@vestigo/kernel';
import { eventually } from '@vestigo/kernel/testing';
import { oversight } from '@vestigo/oversight';
import { LETTER_BOXES, reportingLoops } from '@vestigo/protocol';
import { startLoops } from '@vestigo/service';
import { createUuidV7, openSqliteReadStore, openSqliteTransport } from '@vestigo/sqlite';
import { copyLog } from './copy-log';
import { allOf, Logs, smallExchange } from './testing/small-exchange';
import { DERIVED, forOneHouse, forServices } from './transcript';

let logs: Logs;
let source: EventStore;

beforeAll(async () => {
  logs = new Logs();
  await smallExchange(logs.folder);
  source = logs.open('log');
});
afterAll(() => logs.close());

/** Lets the desks of a log report to services with another log, as they do when they run by themselves. */
async function reportedLive(to: EventStore, expected: number): Promise<void> {
  const readStore = openSqliteReadStore({ file: join(logs.folder, 'live.db') });
  const transport = openSqliteTransport({ file: join(logs.folder, 'live-transport.db') });
  const log = { store: to, newId: createUuidV7() };
  const now = Date.now;
  const leadership = soleLeadership(readStore);
  const post = { transport, leadership, addressing: LETTER_BOXES, states: ['TTO', 'USA'] };
  const desks = [
    { side: 'requesting', categories: ['tracingRequest'] },
    { side: 'responding', categories: ['traceCase'] },
  ] as const;
  const { stop } = startLoops(
    [
      ...desks.flatMap((desk) => reportingLoops({ store: source, post, now, ...desk })),
      publisherLoop(source, leadership, transport, directoryOutbound),
      ...oversight({ log, readStore, profiles: regimeProfiles, now, post }).loops,
      ...directoryCopy({ log, readStore, transport, now, service: 'responding' }).loops,
    ],
    (line) => {
      throw new Error(line);
    },
  );
  try {
    await eventually(async () => {
      expect(await derivedIn(to)).toHaveLength(expected);
    });
  } finally {
    await stop();
    await transport.close();
    readStore.close();
  }
}

/** In the order of their ids: reports of two desks come in any. The directory's word is dated by whoever hears it. */
async function derivedIn(store: EventStore): Promise<readonly object[]> {
  return (await allOf(store))
    .filter(({ stream }) => DERIVED.includes(categoryOf(stream)))
    .map(({ id, stream, event, meta, recordedAt }) => {
      const heard = { id, stream, event, meta } satisfies NewEvent & { readonly stream: string };
      return event.clock ? { ...heard, recordedAt } : heard;
    })
    .sort((one, other) => (one.id < other.id ? -1 : 1));
}

test('services are told by a migration exactly what desks would have told them', async () => {
  const [moved, live] = [logs.open('moved'), logs.open('told')];
  await copyLog({ source, target: moved, transcript: forServices() });
  const told = await derivedIn(moved);
  await reportedLive(live, told.length);
  expect(await derivedIn(live)).toEqual(told);
  expect(told.length).toBeGreaterThan(10);
});

test('an exchange in one house needs nothing of what services told each other', async () => {
  const [moved, back] = [logs.open('forth'), logs.open('back')];
  await copyLog({ source, target: moved, transcript: forServices() });
  await copyLog({ source: moved, target: back, transcript: forOneHouse() });
  expect(await allOf(back)).toEqual(await allOf(source));
});
