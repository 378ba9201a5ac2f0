import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { type EventStore, fold, handle, type Log, Rejection, VersionConflict } from '@vestigo/kernel';
import type { RespondingAct } from '@vestigo/lifecycle';
import {
  isSubmitted,
  type SubmitRequest,
  tracingRequest,
  type TracingRequestCommand,
  type TracingRequestEvent,
} from '@vestigo/requesting/domain';
import { openSqliteEventStore } from '@vestigo/sqlite';
import { sentInTurn } from './sent-in-turn';
import { storeWith } from './testing/store-with';
import { keptRequest, type TrailOf } from './trails';

const now = Date.UTC(2026, 5, 1);
const meta = { actor: 'a', state: 'TTO', role: 'officer', correlationId: 'c', causationId: 'c' };

let ids = 0;
const newId = () => `01980000-0000-7000-8000-${String((ids += 1)).padStart(12, '0')}`;

const submission = (requestId: string, respondingState: string, parentRequestId?: string): SubmitRequest => ({
  ...{ type: 'SubmitRequest', by: 'TTO', at: now, now, imported: false },
  ...{ requestId, requestingState: 'TTO', respondingState },
  content: {
    ...{ channel: 'BILATERAL', priority: 'ROUTINE', regimes: ['ITI'], illicitGrounds: ['ILL_NATLAW'] },
    ...{ legalBasis: 'Act 1', intendedUse: 'INVESTIGATION', acquisitionMode: 'SEIZED' },
    items: [{ number: 1, kind: 'ARM', type: 'REVOLVER' }],
    ...(parentRequestId !== undefined && { parentRequestId }),
  },
});

let store: EventStore;
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'turns-'));
  store = openSqliteEventStore({ file: join(folder, 'log.db'), clock: () => now });
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

/** A request that the USA have answered. */
async function answered(): Promise<string> {
  const parent = newId();
  const give = (command: TracingRequestCommand) =>
    handle({ store, newId }, tracingRequest, parent, command, { meta });
  await give(submission(parent, 'USA'));
  const acts: readonly RespondingAct[] = [
    { kind: 'receive', said: {} },
    { kind: 'answer', said: { answers: [{ item: 1, outcome: 'TRACED_EXPORTED_ON' }], answerClass: 'FULL' } },
  ];
  for (const [index, reply] of acts.entries()) {
    const number = { seq: index + 1, seen: 1 };
    await give({ type: 'RecordReply', by: 'USA', at: now, now, respondedAt: now, reply, number });
  }
  return parent;
}

/** Views that lag behind for ever: of a trail they know the request that is followed and nothing else. */
const laggingTrail: TrailOf = async (requestId) => {
  const kept = await keptRequest({ store, newId }, requestId);
  return kept ? [kept] : [];
};

/** How the process of a sender fares: each step takes a while, one of them perhaps much longer, or the process ends there. */
interface Fate {
  readonly state: string;
  readonly pauses: readonly number[];
  readonly hangs?: number;
  readonly dies?: number;
}
class Died extends Error {}
const patience = 40;

function logOf({ pauses, hangs, dies }: Fate): Log {
  let steps = 0;
  const step = async () => {
    steps += 1;
    if (dies !== undefined && steps >= dies) throw new Died();
    await sleep(steps === hangs ? patience * 4 : (pauses[steps % pauses.length] ?? 0));
  };
  const slow = storeWith(store, {
    append: (...what) => step().then(() => store.append(...what)),
    read: (stream) => step().then(() => store.read(stream)),
  });
  return { store: slow, newId };
}

async function send(parent: string, requestId: string, fate: Fate): Promise<string> {
  const parts = { log: logOf(fate), trailOf: laggingTrail, now: () => now, patience };
  try {
    await sentInTurn(parts, requestId, submission(requestId, fate.state, parent), { meta });
    return 'sent';
  } catch (error) {
    if (error instanceof Died) return 'died';
    return error instanceof Rejection ? error.code : String(error);
  }
}

const isSent = async (id: string) => (await keptRequest({ store, newId }, id)) !== undefined;

const swift: Fate = { state: 'COL', pauses: [0] };
const anyFate: fc.Arbitrary<Fate> = fc.record(
  {
    state: fc.constantFrom('COL', 'COL', 'BRA'),
    pauses: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 5 }),
    hangs: fc.integer({ min: 1, max: 12 }),
    dies: fc.integer({ min: 1, max: 12 }),
  },
  { requiredKeys: ['state', 'pauses'] },
);

test('of those that ask one State after one answer at the same time one is sent, whoever is slow or dies on the way', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyFate, { minLength: 2, maxLength: 5 }), async (fates) => {
      const parent = await answered();
      const senders = fates.map((fate) => ({ ...fate, id: newId() }));
      const outcomes = await Promise.all(senders.map((sender) => send(parent, sender.id, sender)));
      for (const state of new Set(fates.map((fate) => fate.state))) {
        const its = senders.filter((sender) => sender.state === state);
        const sent = await Promise.all(its.map(({ id }) => isSent(id)));
        const told = its.map(({ id }) => outcomes[senders.findIndex((sender) => sender.id === id)]);
        const lived = told.filter((outcome) => outcome !== 'died');
        expect(lived.filter((outcome) => outcome !== 'sent' && outcome !== 'already-asked-on-trail')).toEqual(
          [],
        );
        expect(lived.filter((outcome) => outcome === 'sent').length).toBeLessThanOrEqual(1);
        const count = sent.filter((each) => each).length;
        expect(count).toBeLessThanOrEqual(1);
        if (lived.length > 0) expect(count).toBe(1);
      }
    }),
    {
      numRuns: 20,
      // One that hangs before it reads its own stream, and before it writes there: after its announcement.
      examples: [6, 7].map((hangs) => [[{ ...swift, hangs }, swift, swift]]),
    },
  );
});

test('a request that was announced by a process that died keeps nobody back, and is sent in its turn by its own desk', async () => {
  const parent = await answered();
  const [dead, next] = [newId(), newId()];
  const fate = { pauses: [0] };
  // Its stream, its parent, its trail; the trail and the announcement; its stream again.
  expect(await send(parent, dead, { ...fate, state: 'BRA', dies: 6 })).toBe('died');
  expect(await send(parent, next, { ...fate, state: 'COL' })).toBe('sent');
  expect(await isSent(dead)).toBe(false);
  const history = await store.read<TracingRequestEvent>(`tracingRequest-${dead}`);
  expect(history.map(({ event }) => event.type)).toEqual(['AnnouncementLapsed']);
  expect(isSubmitted(fold(tracingRequest, history))).toBe(false);
  expect(await send(parent, dead, { ...fate, state: 'BRA' })).toBe('sent');
});

test('what is refused anyway is not announced', async () => {
  const parent = await answered();
  expect(await send(parent, newId(), { state: 'USA', pauses: [0] })).toBe('already-asked-on-trail');
  expect(await send('unknown', newId(), { state: 'COL', pauses: [0] })).toBe('parent-not-found');
  expect([...(await store.read(`trail-${parent}`)), ...(await store.read('trail-unknown'))]).toEqual([]);
});

test('a request of a version that was not seen is not announced', async () => {
  const [parent, id] = [await answered(), newId()];
  const parts = { log: { store, newId }, trailOf: laggingTrail, now: () => now };
  const sending = sentInTurn(parts, id, submission(id, 'COL', parent), { meta, expected: 3 });
  await expect(sending).rejects.toThrow(VersionConflict);
  expect(await store.read(`trail-${parent}`)).toEqual([]);
});
