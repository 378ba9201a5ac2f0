import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { regimeProfiles } from '@vestigo/deadlines';
import { factLoop, type Message } from '@vestigo/kernel';
import { type DeskSide, encode, encodeNotice } from '@vestigo/protocol';
import { createUuidV7, openSqliteEventStore, openSqliteReadStore } from '@vestigo/sqlite';
import * as fc from 'fast-check';
import { sweep } from './deadline-watch.process';
import { Completeness, receiveReports } from './reported-facts.inbound';
import { REPORTED } from './reported-watch.process';
import { requestClocks } from './request-clock.projection';
import { day, factsOf, hour, monday } from './testing/facts';
import { watchNow, worldsOn } from './testing/world';

const { inWorld } = worldsOn({
  openEventStore: openSqliteEventStore,
  openReadStore: openSqliteReadStore,
  createIds: createUuidV7,
});

const states: Readonly<Record<DeskSide, string>> = { requesting: 'TTO', responding: 'USA' };
const end = monday + 400 * day;

interface Fact {
  readonly side: DeskSide;
  readonly type: string;
  readonly requestId: string;
  readonly recordedAt: number;
  readonly imported: boolean;
}

/** Around both limits, where a millisecond decides. */
const offset = fc.constantFrom(hour, 4 * day - 1, 4 * day, 4 * day + 1, 31 * day - 1, 31 * day, 90 * day);
const maybe = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: undefined });

const course = fc
  .record({
    start: fc.nat({ max: 3 }),
    imported: fc.nat({ max: 6 }).map((number) => number === 0),
    acknowledged: maybe(offset),
    answered: maybe(offset),
    refused: maybe(offset),
    withdrawn: maybe(offset),
  })
  .map(({ start, imported, acknowledged, answered, refused, withdrawn }) => {
    const requestId = randomUUID();
    const at = monday + start * day;
    const fact = (side: DeskSide, type: string, after: number | undefined): readonly Fact[] =>
      after === undefined ? [] : [{ side, type, requestId, recordedAt: at + after, imported }];
    return [
      ...fact('requesting', 'RequestSubmitted', -hour),
      ...fact('responding', 'CaseReceived', 0),
      ...fact('responding', 'CaseAcknowledged', acknowledged),
      ...fact('responding', 'CaseAnswered', answered),
      ...fact('responding', 'CaseRefused', refused),
      ...fact('requesting', 'RequestWithdrawn', withdrawn),
    ];
  });

const facts = fc
  .array(course, { minLength: 1, maxLength: 4 })
  .map((courses) => courses.flat().toSorted((one, other) => one.recordedAt - other.recordedAt));

const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constant('report' as const),
      side: fc.constantFrom<DeskSide>('requesting', 'responding'),
      count: fc.nat({ max: 4 }),
      /** How much less than it could the desk says is complete; nothing is said when undefined. */
      short: maybe(fc.constantFrom(0, 1, day)),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ does: fc.constantFrom('again' as const, 'takeover' as const) }),
  },
);

const worded = (fact: Fact) => {
  const { type, requestId, recordedAt, imported } = fact;
  return factsOf([{ type, requestId, recordedAt, occurredAt: recordedAt, imported }]);
};

function reportOf(fact: Fact): readonly Message[] {
  return worded(fact).map(
    ({ type, code, requestId, requestingState, respondingState, recordedAt, imported }) => {
      const body = encode({
        kind: 'clock-fact-reported',
        id: randomUUID(),
        requestId,
        requestingState,
        respondingState,
        imported,
        from: states[fact.side],
        occurredAt: recordedAt,
        correlationId: randomUUID(),
        data: { fact: type, ...(code !== '' && { code }), recordedAt: new Date(recordedAt).toISOString() },
      });
      return { id: randomUUID(), key: requestId, body };
    },
  );
}

function noticeOf(side: DeskSide, through: number): Message {
  const notice = { kind: 'facts-complete', id: randomUUID(), occurredAt: through } as const;
  const body = encodeNotice({ ...notice, data: { side, states: [states[side]] } });
  return { id: notice.id, key: side, body };
}

/** What a desk has still to report, in the order of its log. */
class ReportingDesk {
  #left: readonly Fact[];

  constructor(
    readonly side: DeskSide,
    all: readonly Fact[],
  ) {
    this.#left = all.filter((fact) => fact.side === side);
  }

  next(count: number, short?: number): readonly Message[] {
    const reports = this.#left.slice(0, count).flatMap(reportOf);
    this.#left = this.#left.slice(count);
    const complete = this.#left[0]?.recordedAt ?? end;
    return short === undefined ? reports : [...reports, noticeOf(this.side, complete - short)];
  }
}

const inOneLog = (all: readonly Fact[]) =>
  inWorld(async (world) => {
    for (const fact of all) {
      world.now = fact.recordedAt;
      for (const { type, requestId, imported } of worded(fact))
        await world.record({ type, requestId, imported });
    }
    world.now = end;
    await watchNow(world);
    return world.fallenDue();
  });

type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

async function fromReports(all: readonly Fact[], steps: readonly Step[]) {
  const folder = mkdtempSync(join(tmpdir(), 'vestigo-'));
  const now = () => end;
  const store = openSqliteEventStore({ file: join(folder, 'log.db'), clock: now });
  const readStore = openSqliteReadStore({ file: join(folder, 'views.db') });
  const projection = requestClocks(regimeProfiles, REPORTED);
  const clocks = readStore.open(projection);
  const log = { store, newId: createUuidV7() };
  const stopping = new AbortController();
  const projecting = factLoop(store, clocks, projection).run(stopping.signal);
  const desks = (['requesting', 'responding'] as const).map((side) => new ReportingDesk(side, all));
  let completeness = new Completeness();
  let last: readonly Message[] = [];
  const receive = async (batch: readonly Message[]) => {
    last = batch;
    await receiveReports(log, now, completeness, batch);
  };
  const watch = () =>
    sweep({ log, clocks, profiles: regimeProfiles, now, complete: () => completeness.taken() });
  try {
    for (const one of steps) {
      if (one.does === 'takeover') completeness = new Completeness();
      if (one.does === 'again' || one.does === 'takeover') await receive(last);
      if (one.does === 'report') {
        const desk = desks.find(({ side }) => side === one.side);
        await receive(desk?.next(one.count, one.short) ?? []);
      }
      await watch();
    }
    for (const desk of desks) await receive(desk.next(all.length, 0));
    while ((await watch()) > 0);
    const { events } = await store.readFacts({ after: 0, categories: ['deadlineLedger'] });
    return events.map(({ requestId, type, occurredAt, code }) => ({ requestId, type, occurredAt, code }));
  } finally {
    stopping.abort();
    await projecting;
    await store.close();
    readStore.close();
    rmSync(folder, { recursive: true });
  }
}

const sorted = (fallen: readonly object[]) => fallen.map((fact) => JSON.stringify(fact)).toSorted();

describe('the watch on what two desks report, each in its own time', () => {
  test('records the same breaches as on one log, however the reports and notices come', async () => {
    await fc.assert(
      fc.asyncProperty(facts, fc.array(step, { maxLength: 8 }), async (all, steps) => {
        expect(sorted(await fromReports(all, steps))).toEqual(sorted(await inOneLog(all)));
      }),
      { numRuns: 15 },
    );
  }, 60_000);
});
