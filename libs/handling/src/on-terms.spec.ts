import * as fc from 'fast-check';
import { conditionOf, type GivenCondition } from './condition';
import { type Consent, type Handling, heldBy } from './onward';
import { mayRelease, type Reader, type WayOut, WAYS_OUT } from './release';
import { anyHandling, anyInstant, anyReader, anyWayOut } from './testing/any-handling';

const at = Date.UTC(2026, 0, 15);
const officer = (state: string, purpose = 'INVESTIGATION'): Reader => ({ state, role: 'officer', purpose });
const consent = (terms?: string, number = 1): Consent => ({
  ...{ number, item: 1, to: 'COL', purpose: 'To ask the importer.' },
  ...(terms !== undefined && { terms }),
});
const held = (
  consents: readonly Consent[],
  conditions: readonly GivenCondition[] = [{ kind: 'NO_ONWARD' }],
) => ({
  ...{ giver: 'USA', recipient: 'JAM', item: 1, conditions, consents, notices: [] },
});
const next = { state: 'COL', purpose: 'INVESTIGATION' };
const waysOf = (handling: Handling, by: Reader) =>
  WAYS_OUT.filter((wayOut) => mayRelease(handling, wayOut, by, at).released);

describe('consent that was given on terms in words', () => {
  const inquiry = {
    kind: 'ON_TERMS',
    state: 'COL',
    use: 'INVESTIGATION',
    purpose: 'To ask the importer.',
    terms: 'For this inquiry alone.',
  };

  test('goes along with what is handed on, beside every condition that was there before', () => {
    expect(heldBy(next, held([consent('For this inquiry alone.')])).conditions).toEqual([
      { kind: 'NO_ONWARD' },
      inquiry,
    ]);
    expect(heldBy(next, held([consent()])).conditions).toEqual([{ kind: 'NO_ONWARD' }]);
    expect(heldBy({ ...next, state: 'BRA' }, held([consent('For this inquiry alone.')])).conditions).toEqual([
      { kind: 'NO_ONWARD' },
    ]);
  });

  test('lets officers of that State read, for the purpose that it was asked for, and opens no other way', () => {
    const copy = heldBy(next, held([consent('For this inquiry alone.')]));
    expect(waysOf(copy, officer('COL'))).toEqual(['read']);
    expect(waysOf(copy, officer('COL', 'STATISTICS'))).toEqual([]);
    expect(waysOf(copy, { state: 'COL', role: 'officer' })).toEqual([]);
    expect(waysOf(copy, officer('BRA'))).toEqual([]);
    expect(waysOf(copy, officer('USA'))).toEqual(['read', 'search', 'export', 'follow-on']);
  });

  test('says which clause denies', () => {
    const copy = heldBy(next, held([consent('For this inquiry alone.')]));
    expect(mayRelease(copy, 'export', officer('COL'), at)).toMatchObject({
      released: false,
      deniedBy: [{ condition: 'ON_TERMS', clause: 'ITI 15(c)' }],
    });
  });

  test('given twice has both terms, and one without terms takes none of them away', () => {
    const consents = [
      consent('Not in open court.'),
      consent('For this inquiry alone.', 2),
      consent(undefined, 3),
    ];
    const terms = heldBy(next, held(consents)).conditions.flatMap((condition) =>
      'terms' in condition ? [condition.terms] : [],
    );
    expect(terms).toEqual(['For this inquiry alone.', 'Not in open court.']);
  });

  test('travels though no condition asked for consent', () => {
    expect(heldBy(next, held([consent('For this inquiry alone.')], [])).conditions).toEqual([inquiry]);
  });

  test.each([
    { ...inquiry, terms: undefined },
    { ...inquiry, unless: 'a court orders it' },
    { ...inquiry, use: ['INVESTIGATION'] },
  ])('denies when it cannot be read: %j', (malformed) => {
    expect(conditionOf(malformed)).toEqual({ kind: 'OTHER', text: 'ON_TERMS' });
    expect(waysOf(held([], [malformed]), officer('JAM'))).toEqual([]);
  });
});

describe('whatever binds an answer and on whatever terms consent was given', () => {
  const nextOf = ({ state, purpose }: Reader) => ({
    state: state ?? 'COL',
    ...(purpose !== undefined && { purpose }),
  });

  test('the copy releases nothing that it would not release without them', () => {
    fc.assert(
      fc.property(
        ...[anyHandling, anyReader, anyReader, anyInstant, anyWayOut],
        (handling, by, other, when, wayOut) => {
          const copy = heldBy(nextOf(by), handling);
          const without = heldBy(nextOf(by), { ...handling, consents: [] });
          if (mayRelease(copy, wayOut, other, when).released) {
            expect(mayRelease(without, wayOut, other, when).released).toBe(true);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('terms are never lost: whoever reads the copy is held to each of them, and reads nothing for another use', () => {
    fc.assert(
      fc.property(
        anyHandling,
        anyReader,
        anyReader,
        anyInstant,
        anyWayOut,
        (handling, by, other, when, wayOut) => {
          const holder = nextOf(by);
          fc.pre(holder.state !== handling.giver);
          const copy = heldBy(holder, handling);
          const terms = handling.consents
            .filter(({ item, to }) => item === handling.item && to === holder.state)
            .flatMap(({ terms: words }) => words ?? []);
          const told = copy.conditions.flatMap((condition) =>
            'terms' in condition ? [condition.terms] : [],
          );
          expect(told).toEqual(expect.arrayContaining(terms));
          if (
            terms.length > 0 &&
            mayRelease(copy, wayOut, other, when).released &&
            other.state !== handling.giver
          ) {
            expect([other.state, other.purpose, wayOut]).toEqual([
              holder.state,
              holder.purpose,
              'read' satisfies WayOut,
            ]);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('they bind on the second step as on the first, and hand nothing to whom they do not name', () => {
    fc.assert(
      fc.property(
        ...[anyHandling, anyReader, anyReader, anyInstant, anyWayOut],
        (handling, one, two, when, wayOut) => {
          const first = heldBy(nextOf(one), handling);
          const second = heldBy(nextOf(two), first);
          expect(second.conditions).toEqual(first.conditions);
          const isNamed = first.conditions.every(
            (condition) =>
              condition.kind !== 'ON_TERMS' || ('state' in condition && condition.state === second.recipient),
          );
          fc.pre(!isNamed && two.state !== handling.giver);
          expect(mayRelease(second, wayOut, two, when).released).toBe(false);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
