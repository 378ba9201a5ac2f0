import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { regimeProfiles } from '@vestigo/deadlines';
import type { ReadStore, RecordedFact, View } from '@vestigo/kernel';
import {
  clockFactTypes,
  COUNTED_FIGURES,
  type CountedFigure,
  type PairFigures,
} from '@vestigo/oversight/domain';
import { openSqliteReadStore } from '@vestigo/sqlite';
import {
  type CountedRequestsQuery,
  ListCountedRequests,
  ListCountedRequestsHandler,
} from './counted-requests.query';
import { requestClocks } from './request-clock.projection';
import { advance, codesOf, day, factsOf, hour, monday } from './testing/facts';
import { GetWaits, GetWaitsHandler } from './waits.query';
import { GetYears, GetYearsHandler, ListPairsByYear, ListPairsByYearHandler } from './years.query';

const projection = requestClocks(regimeProfiles);
let folder: string;
let readStore: ReadStore;
let versions = 0;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'vestigo-'));
  readStore = openSqliteReadStore({ file: join(folder, 'views.db') });
});

afterAll(() => {
  readStore.close();
  rmSync(folder, { recursive: true });
});

async function viewOf(facts: readonly RecordedFact[]): Promise<View> {
  const view = readStore.open({ ...projection, version: `again ${String((versions += 1))}` });
  await advance(view, projection, facts);
  return view;
}

const everything = { party: null, asOf: monday + 60 * day };
const requests = (view: View, query: Partial<CountedRequestsQuery> = {}) =>
  new ListCountedRequestsHandler(view, regimeProfiles).execute(
    new ListCountedRequests({ ...everything, figure: 'delivered', limit: 200, ...query }),
  );
const idsOf = async (...asked: Parameters<typeof requests>) =>
  (await requests(...asked)).map(({ requestId }) => requestId);
const years = (view: View, asOf = everything.asOf) =>
  new GetYearsHandler(view, regimeProfiles).execute(new GetYears({ ...everything, asOf }));

const facts = factsOf([
  { type: 'RequestSubmitted', requestId: '1' },
  { type: 'CaseReceived', requestId: '1' },
  { type: 'CaseAnswered', requestId: '1', occurredAt: monday + 3 * day },
  { type: 'CaseReceived', requestId: '2' },
  { type: 'CaseRefused', requestId: '2', occurredAt: monday + 5 * day },
  { type: 'CaseReceived', requestId: '3', requestingState: 'JAM', occurredAt: monday + 5 * day },
]);

describe('the requests that a figure was counted from', () => {
  test('are those it counts, with their clocks and codes', async () => {
    const view = await viewOf(facts);
    expect(await idsOf(view)).toEqual(['1', '2', '3']);
    expect(await idsOf(view, { figure: 'overdue' })).toEqual(['3']);
    expect(await requests(view, { figure: 'refused' })).toMatchObject([
      {
        requestId: '2',
        requestingState: 'TTO',
        submittedAt: null,
        refusalGround: 'ITI22_NATIONAL_SECURITY',
        known: { receivedAt: monday, respondedAt: monday + 5 * day, outcome: 'refused' },
        due: { answer: { regime: 'EXCHANGE_TARGET' } },
      },
    ]);
  });

  test('can be narrowed as the figure was, and read page by page', async () => {
    const view = await viewOf(facts);
    expect(await idsOf(view, { requesting: 'JAM' })).toEqual(['3']);
    expect(await idsOf(view, { party: 'JAM' })).toEqual(['3']);
    expect(await idsOf(view, { from: monday + day })).toEqual(['3']);
    expect(await idsOf(view, { limit: 2 })).toEqual(['1', '2']);
    expect(await idsOf(view, { after: '2' })).toEqual(['3']);
  });

  test('are told by what was known then', async () => {
    const [line] = await requests(await viewOf(facts), { figure: 'unanswered', asOf: monday + 4 * day });
    expect(line).toMatchObject({ requestId: '2', refusalGround: null, known: { outcome: 'unanswered' } });
  });

  const anyFacts = fc
    .array(
      fc.record({
        requestId: fc.constantFrom('a', 'b', 'c', 'd'),
        type: fc.constantFrom(...clockFactTypes),
        delay: fc.integer({ min: 0, max: 100 }),
        choice: fc.nat(),
      }),
      { minLength: 1, maxLength: 25 },
    )
    .map((steps) => {
      let recordedAt = monday;
      return factsOf(
        steps.map(({ requestId, type, delay, choice }) => {
          recordedAt += delay * hour;
          return { requestId, type, recordedAt, occurredAt: recordedAt, ...codesOf(type, choice) };
        }),
      );
    });

  test('are as many as every figure says, whatever happened', async () => {
    await fc.assert(
      fc.asyncProperty(anyFacts, fc.nat(2000), async (happened, hours) => {
        const asOf = monday + hours * hour;
        const view = await viewOf(happened);
        const { total } = await years(view, asOf);
        for (const figure of COUNTED_FIGURES) {
          const listed = await idsOf(view, { figure, asOf });
          expect([figure, listed.length]).toEqual([figure, countsOf(total)[figure]]);
        }
      }),
      { numRuns: 60 },
    );
  });
});

function countsOf(figures: PairFigures): Readonly<Record<CountedFigure, number>> {
  return {
    ...figures,
    answered: figures.answeredInFull + figures.answeredInPart,
    explainedLate: figures.explainedLate.numerator,
    acknowledgedOnTime: figures.acknowledgedOnTime.numerator,
    acknowledgementWasDue: figures.acknowledgedOnTime.denominator,
    onTime: figures.onTime.numerator,
    answerWasDue: figures.onTime.denominator,
  };
}

describe('the figures by year', () => {
  test('count each request in the year of its receipt, and all of them in the total', async () => {
    const view = await viewOf([
      ...facts,
      ...factsOf([{ type: 'CaseReceived', requestId: '4', occurredAt: Date.UTC(2025, 11, 31) }]).map(
        (fact) => ({ ...fact, position: facts.length + 1, recordedAt: monday + 6 * day }),
      ),
    ]);
    const { total, years: found } = await years(view);
    expect(total.delivered).toBe(4);
    expect(found.map(({ year, figures }) => [year, figures.delivered, figures.unanswered])).toEqual([
      [2025, 1, 1],
      [2026, 3, 1],
    ]);
  });

  test('of a pair are those that are asked for by its States alone', async () => {
    const view = await viewOf([
      ...facts,
      ...factsOf([{ type: 'CaseReceived', requestId: '4', requestingState: 'TTO' }]).map((fact) => ({
        ...fact,
        position: facts.length + 1,
      })),
    ]);
    const query = { ...everything, asOf: monday + 7 * day };
    const handler = new ListPairsByYearHandler(view, regimeProfiles);
    const pairs = await handler.execute(new ListPairsByYear({ ...query, limit: 200 }));
    const alone = await Promise.all(
      pairs.map(async ({ requestingState: requesting, respondingState: responding }) => {
        const asked = new GetYears({ ...query, requesting, responding });
        return (await new GetYearsHandler(view, regimeProfiles).execute(asked)).years;
      }),
    );
    expect(pairs.map(({ requestingState }) => requestingState)).toEqual(['JAM', 'TTO']);
    expect(pairs.map(({ years: found }) => found)).toEqual(alone);
    const after = { requestingState: 'JAM', respondingState: 'USA' };
    expect(await handler.execute(new ListPairsByYear({ ...query, after, limit: 1 }))).toEqual(pairs.slice(1));
  });

  test('of nothing have no years, and no rates', async () => {
    const { total, years: found } = await years(await viewOf(facts), monday - day);
    expect([total.delivered, total.rates.answered, found]).toEqual([0, null, []]);
  });
});

describe('the distribution of waits', () => {
  test('has the quantiles of the figures, and a line for each day on which something ended or is still open', async () => {
    const view = await viewOf(facts);
    const query = { ...everything, asOf: monday + 7 * day, clock: 'answer' } as const;
    const waits = await new GetWaitsHandler(view).execute(new GetWaits(query));
    expect(waits).toEqual({
      ended: 2,
      open: 1,
      median: 3,
      p90: 5,
      days: [
        { day: 2, ended: 0, open: 1, atRisk: 3, share: 0 },
        { day: 3, ended: 1, open: 0, atRisk: 2, share: 0.5 },
        { day: 5, ended: 1, open: 0, atRisk: 1, share: 1 },
      ],
    });
    const { total } = await years(view, query.asOf);
    expect([total.medianDaysToAnswer, total.p90DaysToAnswer]).toEqual([3, 5]);
  });
});
