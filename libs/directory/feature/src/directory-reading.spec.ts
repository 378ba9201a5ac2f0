import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { participant } from '@vestigo/directory/domain';
import {
  type EventStore,
  handle,
  type Log,
  projectionLoop,
  type ReadStore,
  type View,
} from '@vestigo/kernel';
import { eventually, sampleMeta } from '@vestigo/kernel/testing';
import { createUuidV7, openSqliteEventStore, openSqliteReadStore } from '@vestigo/sqlite';
import { STATE_CODES } from '@vestigo/states';
import * as fc from 'fast-check';
import { knownParticipant, type KnownParticipantEvent } from './directory-copy';
import { directoryReading, type DirectoryReading } from './directory-reading';
import { participantList } from './participant-list.projection';

const now = () => Date.UTC(2026, 2, 15, 12);
const newId = createUuidV7(now);
const golden = join(__dirname, '..', 'golden');
/** What directories of every version have told of a State. */
const told = readdirSync(golden).map(
  (name) => JSON.parse(readFileSync(join(golden, name), 'utf8')) as KnownParticipantEvent,
);

let folder: string;
let store: EventStore;
let log: Log;
let readStore: ReadStore;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vestigo-'));
  store = openSqliteEventStore({ file: join(folder, 'log.db') });
  log = { store, newId };
  readStore = openSqliteReadStore({ file: join(folder, 'views.db') });
});

afterEach(async () => {
  await store.close();
  readStore.close();
  rmSync(folder, { recursive: true });
});

/** All that a reading answers of a State. */
const answers = async (reading: DirectoryReading, state: string) => ({
  clock: await reading.deskClock(state),
  contacts: await Promise.all([0, now()].map((at) => reading.contactFor(state, at))),
  review: await reading.reviewRequired(state),
  lapse: (await reading.lapsePolicies()).get(state),
  delegations: await reading.delegationsOf([state]),
  practices: (await reading.practices()).filter((practice) => practice.state === state),
});

test('a view that has read nothing yet answers as one that has read all, in whatever order and how often things were told', async () => {
  const { category } = knownParticipant;
  const copied = { ...participantList, categories: [category] };
  const list = readStore.open(copied);
  const late = readStore.open({ ...copied, name: 'late', tables: [], schema: '' });
  const readingOf = (view: View) => directoryReading({ store, list: view, category, now });
  const stopping = new AbortController();
  const running = projectionLoop(store, list, copied).run(stopping.signal);
  const states = STATE_CODES.values();
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...told), { minLength: 1, maxLength: 12 }), async (events) => {
      const state = states.next().value ?? '';
      const recorded = events.map((event) => ({ id: newId(), event, meta: sampleMeta }));
      await store.append(`${category}-${state}`, 0, recorded);
      const head = await store.head();
      await eventually(() => expect(list.checkpoint()).toBe(head));
      expect(await answers(readingOf(late), state)).toEqual(await answers(readingOf(list), state));
    }),
    { numRuns: 60 },
  );
  stopping.abort();
  await running;
});

test('nobody waits for the view: what was said while it stood still is known', async () => {
  const list = readStore.open(participantList);
  const reading = directoryReading({ store, list, category: participant.category, now });
  const review = { type: 'SetReviewPolicy', by: 'JAM', state: 'JAM', at: now(), now: now() } as const;
  await handle(log, participant, 'JAM', { ...review, reviewRequired: true }, { meta: sampleMeta });
  expect([await reading.reviewRequired('JAM'), await reading.reviewRequired('USA')]).toEqual([true, false]);
  expect(list.checkpoint()).toBe(0);
});
