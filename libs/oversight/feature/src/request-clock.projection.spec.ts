import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { regimeProfiles } from '@vestigo/deadlines';
import type { ReadStore, RecordedFact, View } from '@vestigo/kernel';
import {
  clockFactTypes,
  evolveClock,
  type RequestClock,
  runningDatesOf,
  watchedDatesOf,
} from '@vestigo/oversight/domain';
import { openSqliteReadStore } from '@vestigo/sqlite';
import { clockOf, type ClockRow, dateColumns } from './clock-row';
import { requestClocks } from './request-clock.projection';
import { advance, basis, codesOf, day, factsOf, hour, monday } from './testing/facts';

const projection = requestClocks(regimeProfiles);
let folder: string;
let readStore: ReadStore;
let versions = 0;
const fresh = () => readStore.open({ ...projection, version: `again ${String((versions += 1))}` });

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'vestigo-'));
  readStore = openSqliteReadStore({ file: join(folder, 'views.db') });
});

afterAll(() => {
  readStore.close();
  rmSync(folder, { recursive: true });
});

const rowsOf = (view: View) => view.all<ClockRow>('SELECT * FROM request_clock ORDER BY requestId');
const pairsOf = (view: View) => view.all('SELECT * FROM pair ORDER BY requestingState, respondingState');

/** Facts in any order and number, recorded at instants that grow. */
const anyFacts: fc.Arbitrary<readonly RecordedFact[]> = fc
  .array(
    fc.record({
      requestId: fc.constantFrom('a', 'b', 'c', 'd'),
      type: fc.constantFrom(...clockFactTypes, 'CaseReopened'),
      delay: fc.nat(100),
      lag: fc.nat(50),
      imported: fc.boolean(),
      choice: fc.nat(),
    }),
    { maxLength: 30 },
  )
  .map((steps) => {
    let recordedAt = monday;
    return factsOf(
      steps.map(({ requestId, type, delay, lag, imported, choice }) => {
        recordedAt += delay * hour;
        const respondingState = requestId < 'c' ? 'USA' : 'BRA';
        return {
          requestId,
          type,
          respondingState,
          imported,
          ...codesOf(type, choice),
          recordedAt,
          occurredAt: recordedAt - lag * hour,
        };
      }),
    );
  });

describe('what oversight keeps of each request', () => {
  test('is one row of instants and codes, and one of its pair', async () => {
    const view = fresh();
    const requestId = 'a';
    await advance(
      view,
      projection,
      factsOf([
        { type: 'RequestSubmitted', requestId, occurredAt: monday },
        { type: 'CaseReceived', requestId, occurredAt: monday + hour, recordedAt: monday + 2 * hour },
        { type: 'CaseAnswered', requestId, occurredAt: monday + day },
      ]),
    );
    expect(rowsOf(view)).toEqual([
      {
        requestId,
        requestingState: 'TTO',
        respondingState: 'USA',
        basis,
        answerClass: 'FULL',
        refusalGround: null,
        imported: 0,
        submittedAt: monday,
        submittedRecordedAt: monday,
        deliveredAt: monday + hour,
        deliveredRecordedAt: monday + 2 * hour,
        acknowledgedAt: null,
        acknowledgedRecordedAt: null,
        answeredAt: monday + day,
        answeredRecordedAt: monday + day,
        refusedAt: null,
        refusedRecordedAt: null,
        withdrawnAt: null,
        withdrawnRecordedAt: null,
        closedAt: null,
        closedRecordedAt: null,
        ackFellDueAt: null,
        answerFellDueAt: null,
        consentsFellDue: null,
        dueAcknowledge: monday + 4 * day,
        dueAnswer: monday + 31 * day,
        watchedAcknowledge: monday + 4 * day,
        watchedAnswer: monday + 31 * day,
        requestingActs: null,
        respondingActs: null,
      },
    ]);
    expect(pairsOf(view)).toEqual([{ requestingState: 'TTO', respondingState: 'USA', knownFrom: monday }]);
  });

  test('is the same however the log was cut into batches', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyFacts,
        fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1 }),
        async (facts, sizes) => {
          const whole = fresh();
          await advance(whole, projection, facts);
          const expected = [rowsOf(whole), pairsOf(whole)];
          const cut = fresh();
          for (let from = 0, turn = 0; from < facts.length; turn += 1) {
            const size = sizes[turn % sizes.length] ?? 1;
            await advance(cut, projection, facts.slice(from, from + size));
            from += size;
          }
          expect([rowsOf(cut), pairsOf(cut)]).toEqual(expected);
        },
      ),
    );
  });

  test('is the same however many batches were gathered before it was written, and at each writing', async () => {
    const steps = fc.array(fc.record({ size: fc.integer({ min: 1, max: 5 }), written: fc.boolean() }), {
      minLength: 1,
    });
    await fc.assert(
      fc.asyncProperty(anyFacts, steps, async (facts, cuts) => {
        const [whole, gathered] = [fresh(), fresh()];
        const gathering = projection.gather?.(gathered);
        for (let from = 0, turn = 0; from < facts.length; turn += 1) {
          const { size, written } = cuts[turn % cuts.length] ?? { size: 1, written: true };
          const through = Math.min(from + size, facts.length);
          gathering?.add(facts.slice(from, through));
          if (written || through === facts.length) {
            await gathered.advance(gathered.checkpoint(), through, (rows) => gathering?.write(rows));
            await advance(whole, projection, facts.slice(whole.checkpoint(), through));
            expect([rowsOf(gathered), pairsOf(gathered)]).toEqual([rowsOf(whole), pairsOf(whole)]);
          }
          from = through;
        }
        expect(gathered.checkpoint()).toBe(facts.length);
      }),
    );
  });

  test('is gathered right where many more requests are under way than are kept in memory', async () => {
    const requests = Array.from(
      { length: 20_000 },
      (_, number) => `request-${String(number).padStart(5, '0')}`,
    );
    const types = ['RequestSubmitted', 'CaseReceived', 'CaseAnswered'];
    const facts = factsOf(types.flatMap((type) => requests.map((requestId) => ({ type, requestId }))));
    const view = fresh();
    const gathering = projection.gather?.(view);
    for (let from = 0; from < facts.length; from += 5000) {
      gathering?.add(facts.slice(from, from + 5000));
      await view.advance(from, from + 5000, (rows) => gathering?.write(rows));
    }
    const whole = fresh();
    await advance(whole, projection, facts);
    expect([rowsOf(view), pairsOf(view)]).toEqual([rowsOf(whole), pairsOf(whole)]);
    expect(gathering?.waiting).toBe(0);
  });

  test('is what the facts of the request add up to, with its due instants derived from them', async () => {
    await fc.assert(
      fc.asyncProperty(anyFacts, async (facts) => {
        const view = fresh();
        await advance(view, projection, facts);
        const byRequest = [...Map.groupBy(facts, ({ requestId }) => requestId).values()];
        const clocks = byRequest.flatMap(
          (own) => own.reduce<RequestClock | undefined>(evolveClock, undefined) ?? [],
        );
        const expected = clocks
          .toSorted((one, other) => (one.requestId < other.requestId ? -1 : 1))
          .map((clock) => ({
            clock,
            dates: dateColumns(runningDatesOf(clock, regimeProfiles), watchedDatesOf(clock, regimeProfiles)),
          }));
        expect(rowsOf(view).map(clockOf)).toEqual(expected.map(({ clock }) => clock));
        expect(rowsOf(view)).toMatchObject(expected.map(({ dates }) => dates));
      }),
    );
  });

  test('is folded anew when a profile changes, and only then', () => {
    const [first, ...others] = regimeProfiles;
    const changed = first ? [{ ...first, verified: !first.verified }, ...others] : [];
    expect(requestClocks(changed).version).not.toBe(projection.version);
    expect(requestClocks(regimeProfiles).version).toBe(projection.version);
  });
});
