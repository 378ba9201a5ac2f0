import * as fc from 'fast-check';
import { MARK_KINDS } from './participant.events';
import { ASKING_ORDER, type MarkedArm, type PracticeOfState, suggestWhomToAsk } from './suggest-whom-to-ask';

const practice = (
  state: string,
  kind: PracticeOfState['kind'],
  mark: string,
  change: Partial<PracticeOfState> = {},
): PracticeOfState => ({ state, kind, mark, source: `report of ${state}`, verified: true, ...change });

const practices = [
  practice('CHN', 'FACTORY_MARK', 'TRIANGLE_56'),
  practice('ALB', 'FACTORY_MARK', 'TRIANGLE_56', { verified: false, usedFrom: 1974 }),
  practice('CZE', 'COUNTRY_SYMBOL', 'CZ'),
  practice('USA', 'IMPORT_MARK', 'CAI * VT'),
  practice('KEN', 'STATE_STOCK_MARK', '★ KE * *', { verified: false }),
  practice('DEU', 'PROOF_MARK', 'EAGLE_N'),
];
const statesFor = (arm: MarkedArm) =>
  suggestWhomToAsk(arm, practices).map(({ state, grounds: [ground] }) => [state, ground?.why]);

describe('whom to ask about an arm', () => {
  test('is the last importing State, then the State of the stock, then that of manufacture, then any on the trail', () => {
    expect(
      suggestWhomToAsk(
        {
          countryOfManufacture: 'CHN',
          importMarks: [
            { country: 'SOM', year: 1990 },
            { country: 'UGA', year: 2001 },
          ],
          otherMarks: '★ KE KPS 00123; EAGLE_N',
          trail: ['SDN'],
        },
        practices,
      ),
    ).toEqual([
      { state: 'UGA', grounds: [{ why: 'LAST_IMPORT', mark: 'UGA 2001', verified: true }] },
      {
        state: 'KEN',
        grounds: [{ why: 'STATE_STOCK', mark: '★ KE KPS 00123', source: 'report of KEN', verified: false }],
      },
      { state: 'CHN', grounds: [{ why: 'MANUFACTURE', mark: 'CHN', verified: true }] },
      { state: 'SOM', grounds: [{ why: 'TRAIL', mark: 'SOM 1990', verified: true }] },
      {
        state: 'DEU',
        grounds: [{ why: 'TRAIL', mark: 'EAGLE_N', source: 'report of DEU', verified: true }],
      },
      { state: 'SDN', grounds: [{ why: 'TRAIL', mark: 'trail SDN', verified: true }] },
    ]);
  });

  test('are several States where a factory mark stands for several, the verified first', () => {
    expect(statesFor({ factoryMarks: ['triangle_56'] })).toEqual([
      ['CHN', 'MANUFACTURE'],
      ['ALB', 'MANUFACTURE'],
    ]);
    expect(statesFor({ factoryMarks: ['TRIANGLE_56'], yearOfManufacture: 1965 })).toEqual([
      ['CHN', 'MANUFACTURE'],
    ]);
  });

  test('is one State with all its grounds, the strongest first', () => {
    expect(
      suggestWhomToAsk({ countryOfManufacture: 'USA', importMarks: [{ text: 'CAI GEORGIA VT' }] }, practices),
    ).toEqual([
      {
        state: 'USA',
        grounds: [
          { why: 'LAST_IMPORT', mark: 'CAI GEORGIA VT', source: 'report of USA', verified: true },
          { why: 'MANUFACTURE', mark: 'USA', verified: true },
        ],
      },
    ]);
  });

  test('counts an import mark without year among the last, since it may be', () => {
    const importMarks = [{ country: 'SOM' }, { country: 'UGA', year: 2001 }, { country: 'ETH', year: 1999 }];
    expect(statesFor({ importMarks })).toEqual([
      ['UGA', 'LAST_IMPORT'],
      ['SOM', 'LAST_IMPORT'],
      ['ETH', 'TRAIL'],
    ]);
  });

  test('reads other marks one by one', () => {
    expect(statesFor({ otherMarks: [{ text: 'CZ' }, {}, { text: 'EAGLE_N, crown' }] })).toEqual([
      ['CZE', 'MANUFACTURE'],
      ['DEU', 'TRAIL'],
    ]);
  });

  test('is nobody when nothing is known', () => {
    expect(suggestWhomToAsk({}, practices)).toEqual([]);
  });
});

const state = fc.constantFrom('CHN', 'USA', 'KEN', 'UGA');
const text = fc.constantFrom('TRIANGLE_56', 'CZ', '★ KE KPS 1', 'CAI X VT', 'N');
const year = fc.integer({ min: 1900, max: 2020 });
const arms = fc.record(
  {
    countryOfManufacture: state,
    yearOfManufacture: year,
    importMarks: fc.array(fc.record({ country: state, year, text }, { requiredKeys: [] })),
    factoryMarks: fc.array(text),
    otherMarks: fc.oneof(text, fc.array(fc.record({ text }))),
    trail: fc.array(state),
  },
  { requiredKeys: [] },
);
const anyPractices = fc.array(
  fc.record({
    state,
    kind: fc.constantFrom(...MARK_KINDS),
    mark: text,
    source: fc.constant('report'),
    verified: fc.boolean(),
  }),
);

test('every State is named once, with a ground, in the order of asking', () => {
  fc.assert(
    fc.property(arms, anyPractices, (arm, known) => {
      const suggested = suggestWhomToAsk(arm, known);
      const named = suggested.map((one) => one.state);
      expect(new Set(named).size).toBe(named.length);
      const ranks = suggested.map(({ grounds }) => grounds.map(({ why }) => ASKING_ORDER.indexOf(why)));
      expect(ranks.every((own) => own.length > 0 && own.toString() === own.toSorted().toString())).toBe(true);
      const first = ranks.map(([rank]) => rank ?? -1);
      expect(first).toEqual(first.toSorted());
    }),
  );
});

test('a State that neither the arm nor a practice names is not suggested', () => {
  fc.assert(
    fc.property(arms, anyPractices, (arm, known) => {
      const named = [
        arm.countryOfManufacture,
        ...(arm.importMarks ?? []).map(({ country }) => country),
        ...(arm.trail ?? []),
        ...known.map((one) => one.state),
      ];
      for (const { state: suggested } of suggestWhomToAsk(arm, known)) expect(named).toContain(suggested);
    }),
  );
});
