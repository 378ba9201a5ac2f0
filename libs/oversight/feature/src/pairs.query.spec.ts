import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { regimeProfiles } from '@vestigo/deadlines';
import type { ReadStore, RecordedFact, View } from '@vestigo/kernel';
import { clockFactTypes } from '@vestigo/oversight/domain';
import { openSqliteReadStore } from '@vestigo/sqlite';
import { ListPairs, ListPairsHandler, type PairLine, type PairQuery } from './pairs.query';
import { requestClocks } from './request-clock.projection';
import { advance, codesOf, day, factsOf, type Happening, hour, monday } from './testing/facts';

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

const pairs = (view: View, query: Partial<PairQuery> = {}) =>
  new ListPairsHandler(view, regimeProfiles).execute(
    new ListPairs({ party: null, asOf: monday + 400 * day, limit: 200, ...query }),
  );
const namesOf = (lines: readonly PairLine[]) =>
  lines.map(({ requestingState, respondingState }) => `${requestingState} > ${respondingState}`);

const requested = (
  requestId: string,
  requestingState: string,
  respondingState: string,
): readonly Happening[] => [
  { type: 'RequestSubmitted', requestId, requestingState, respondingState },
  { type: 'CaseReceived', requestId, requestingState, respondingState, occurredAt: monday + hour },
];
const world = factsOf([
  ...requested('1', 'TTO', 'USA'),
  ...requested('2', 'JAM', 'USA'),
  ...requested('3', 'USA', 'TTO'),
  ...requested('4', 'JAM', 'BRA'),
]);

describe('the figures of pairs', () => {
  test('are there for each ordered pair that has spoken, in order', async () => {
    expect(namesOf(await pairs(await viewOf(world)))).toEqual([
      'JAM > BRA',
      'JAM > USA',
      'TTO > USA',
      'USA > TTO',
    ]);
  });

  test('can be narrowed to what a State asked, was asked, or is party to', async () => {
    const view = await viewOf(world);
    expect(namesOf(await pairs(view, { requesting: 'JAM' }))).toEqual(['JAM > BRA', 'JAM > USA']);
    expect(namesOf(await pairs(view, { responding: 'USA' }))).toEqual(['JAM > USA', 'TTO > USA']);
    expect(namesOf(await pairs(view, { party: 'TTO' }))).toEqual(['TTO > USA', 'USA > TTO']);
    expect(namesOf(await pairs(view, { party: 'TTO', requesting: 'USA' }))).toEqual(['USA > TTO']);
    expect(namesOf(await pairs(view, { party: 'DEU' }))).toEqual([]);
  });

  test('of a pair that sent nothing are null where there is nothing to divide by, never 0 %', async () => {
    const [line] = await pairs(await viewOf(world), { requesting: 'BRA', responding: 'JAM' });
    const nothing = { numerator: 0, denominator: 0, share: null };
    expect(line).toEqual({
      requestingState: 'BRA',
      respondingState: 'JAM',
      figures: {
        asOf: monday + 400 * day,
        submitted: 0,
        delivered: 0,
        withdrawn: 0,
        duplicates: 0,
        imported: 0,
        acknowledged: 0,
        answeredInFull: 0,
        negative: 0,
        answeredInPart: 0,
        refused: 0,
        unanswered: 0,
        redirected: 0,
        lapsed: 0,
        rates: {
          acknowledged: null,
          answered: null,
          answeredInFull: null,
          answeredInPart: null,
          refused: null,
          unanswered: null,
        },
        overdueAcknowledgement: 0,
        overdue: 0,
        explainedLate: nothing,
        acknowledgedOnTime: nothing,
        onTime: nothing,
        medianDaysToAcknowledge: null,
        p90DaysToAcknowledge: null,
        medianDaysToAnswer: null,
        p90DaysToAnswer: null,
        medianNetDaysToAnswer: null,
        p90NetDaysToAnswer: null,
        smallSample: true,
      },
    });
  });

  test('read page by page show each pair once', async () => {
    const view = await viewOf(world);
    const first = await pairs(view, { limit: 3 });
    const last = first.at(-1);
    expect(namesOf([...first, ...(await pairs(view, { limit: 3, after: last }))])).toEqual(
      namesOf(await pairs(view)),
    );
  });

  test('count a request in the span in which it was received, from included and to excluded', async () => {
    const view = await viewOf(world);
    const at = monday + hour;
    const received = async (span: Partial<PairQuery>) =>
      (await pairs(view, { requesting: 'TTO', responding: 'USA', ...span }))[0]?.figures.delivered;
    expect(await received({ from: at, to: at + 1 })).toBe(1);
    expect(await received({ from: at + 1 })).toBe(0);
    expect(await received({ to: at })).toBe(0);
  });

  test('of a large pair are counted to the last request', async () => {
    const many = Array.from({ length: 4001 }, (_, index) => String(index).padStart(4, '0'));
    const view = await viewOf(factsOf(many.flatMap((id) => requested(id, 'TTO', 'USA'))));
    const [line] = await pairs(view);
    expect(line?.figures).toMatchObject({ submitted: 4001, delivered: 4001, unanswered: 4001 });
  });
});

describe('a table of the past', () => {
  const factsDelayed = (least: number) =>
    fc
      .array(
        fc.record({
          requestId: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
          type: fc.constantFrom(...clockFactTypes),
          delay: fc.integer({ min: least, max: least === 0 ? 1 : 100 }),
          lag: fc.nat(50),
          choice: fc.nat(),
        }),
        { minLength: 1, maxLength: 25 },
      )
      .map((steps) => {
        let recordedAt = monday;
        return factsOf(
          steps.map(({ requestId, type, delay, lag, choice }) => {
            recordedAt += delay * hour;
            const requestingState = requestId < 'c' ? 'TTO' : 'JAM';
            const occurredAt = recordedAt - lag * hour;
            return { requestId, type, requestingState, recordedAt, occurredAt, ...codesOf(type, choice) };
          }),
        );
      });
  const anyFacts = factsDelayed(1);
  const anyInstant = fc.option(
    fc.nat(1000).map((hours) => monday + hours * hour),
    { nil: undefined },
  );

  test('can be made again exactly, whatever came to be known since', async () => {
    await fc.assert(
      fc.asyncProperty(anyFacts, fc.nat(), anyInstant, anyInstant, async (facts, choice, from, to) => {
        const known = facts.slice(0, 1 + (choice % facts.length));
        const asOf = known.at(-1)?.recordedAt ?? monday;
        const then = await pairs(await viewOf(known), { asOf, from, to });
        expect(await pairs(await viewOf(facts), { asOf, from, to })).toEqual(then);
      }),
    );
  });

  test('holds what was recorded up to its instant and at it, be it the same millisecond, and nothing after', async () => {
    await fc.assert(
      fc.asyncProperty(factsDelayed(0), fc.nat(), fc.constantFrom(-1, 0, 1), async (facts, choice, off) => {
        const asOf = (facts[choice % facts.length]?.recordedAt ?? monday) + off;
        const known = facts.filter(({ recordedAt }) => recordedAt <= asOf);
        expect(await pairs(await viewOf(facts), { asOf })).toEqual(
          await pairs(await viewOf(known), { asOf }),
        );
      }),
    );
  });

  test.each([
    ['CaseReceived', 'delivered'],
    ['CaseAcknowledged', 'acknowledged'],
    ['CaseAnswered', 'answeredInFull'],
    ['CaseRefused', 'refused'],
    ['RequestWithdrawn', 'withdrawn'],
    ['RequestMarkedDuplicate', 'duplicates'],
    ['CaseRedirected', 'redirected'],
    ['RequestLapsed', 'lapsed'],
  ] as const)('counts %s from the millisecond at which it was recorded', async (type, figure) => {
    const at = monday + 7 * hour;
    const before = requested('1', 'TTO', 'USA').filter((happening) => happening.type !== type);
    const view = await viewOf(
      factsOf([...before, { type, requestId: '1', occurredAt: monday, recordedAt: at }]),
    );
    const counted = async (asOf: number) => (await pairs(view, { asOf }))[0]?.figures[figure];
    expect(await Promise.all([at - 1, at, at + 1].map(counted))).toEqual([0, 1, 1]);
  });

  test('holds a clock to have run out at its due instant, as the watch and the board do', async () => {
    const view = await viewOf(factsOf([{ type: 'CaseReceived', requestId: '1' }]));
    const due = monday + 31 * day;
    const overdue = async (asOf: number) => (await pairs(view, { asOf }))[0]?.figures.overdue;
    expect(await Promise.all([due - 1, due].map(overdue))).toEqual([0, 1]);
  });

  test('differs from the table of today when more is known today', async () => {
    const facts = factsOf([
      ...requested('1', 'TTO', 'USA'),
      { type: 'CaseAnswered', requestId: '1', occurredAt: monday + day, recordedAt: monday + 5 * day },
    ]);
    const figures = async (asOf: number) => (await pairs(await viewOf(facts), { asOf }))[0]?.figures;
    expect(await figures(monday + 4 * day)).toMatchObject({ unanswered: 1, rates: { answered: 0 } });
    expect(await figures(monday + 5 * day)).toMatchObject({ unanswered: 0, rates: { answered: 1 } });
  });

  test('knows of a suspension what was known then, not what is known today', async () => {
    const view = await viewOf(
      factsOf([
        { type: 'CaseReceived', requestId: '1', code: 'ROUTINE;EU977;UTC;6,0' },
        { type: 'InformationRequested', requestId: '1', code: '1', occurredAt: monday + 2 * day },
        { type: 'InformationSupplied', requestId: '1', code: '1', occurredAt: monday + 20 * day },
      ]),
    );
    const overdue = async (asOf: number) => (await pairs(view, { asOf }))[0]?.figures.overdue;
    const days = [1, 8, 19, 20, 25, 26].map((days) => monday + days * day);
    expect(await Promise.all(days.map(overdue))).toEqual([0, 0, 0, 0, 0, 1]);
  });

  test('knows a request that was on its way by its submission, and does not know a later pair', async () => {
    const facts = factsOf([
      { type: 'RequestSubmitted', requestId: '1', occurredAt: monday },
      { type: 'CaseReceived', requestId: '1', occurredAt: monday + 3 * day },
      { type: 'RequestSubmitted', requestId: '2', requestingState: 'JAM', occurredAt: monday + 4 * day },
    ]);
    const lines = await pairs(await viewOf(facts), { asOf: monday + day, to: monday + 2 * day });
    expect(namesOf(lines)).toEqual(['TTO > USA']);
    expect(lines[0]?.figures).toMatchObject({ submitted: 1, delivered: 0 });
  });
});
