import * as fc from 'fast-check';
import type { GivenCondition } from './condition';
import { type Handling, heldBy, owesNotice } from './onward';
import { ANYBODY, mayRelease, type Reader, type WayOut, WAYS_OUT } from './release';
import { anyHandling, anyInstant, anyReader, anyWayOut } from './testing/any-handling';

const at = Date.UTC(2026, 0, 15);
const reader = (state: string | null, more: Partial<Reader> = {}): Reader => ({
  state,
  role: 'officer',
  authority: 'Firearms Unit',
  purpose: 'INVESTIGATION',
  ...more,
});
const held = (conditions: readonly GivenCondition[], more: Partial<Handling> = {}): Handling => ({
  giver: 'USA',
  recipient: 'JAM',
  item: 1,
  conditions,
  consents: [],
  notices: [],
  ...more,
});
const denials = (handling: Handling, wayOut: WayOut, by: Reader, when = at) => {
  const decision = mayRelease(handling, wayOut, by, when);
  return decision.released ? [] : decision.deniedBy.map(({ condition, clause }) => `${condition} ${clause}`);
};
const waysOf = (conditions: readonly GivenCondition[], by: Reader) =>
  WAYS_OUT.filter((wayOut) => mayRelease(held(conditions), wayOut, by, at).released);

describe('an answer without conditions', () => {
  test('is read, searched and taken out by officers of the two States, and can be the ground of a follow-on request', () => {
    expect(waysOf([], reader('JAM'))).toEqual(['read', 'search', 'export', 'follow-on']);
    expect(waysOf([], reader('USA'))).toEqual(['read', 'search', 'export', 'follow-on']);
    expect(waysOf([], reader('COL'))).toEqual(['follow-on']);
  });

  test.each(['liaison', 'coordinator'])('shows a %s no content on any way out', (role) => {
    expect(waysOf([], reader('JAM', { role }))).toEqual([]);
    expect(waysOf([], reader(null, { role }))).toEqual([]);
  });

  test('puts no content into a list, a view, a log or a figure, whoever reads', () => {
    for (const wayOut of ['list', 'projection', 'log-line', 'metric'] as const) {
      for (const by of [reader('USA'), reader('JAM'), ANYBODY]) {
        expect(denials(held([]), wayOut, by)).toEqual(['NO_CONTENT_HERE rule of the exchange']);
      }
    }
  });
});

describe('a condition', () => {
  test('need to know: only bodies and roles that the giver named', () => {
    const unit = [{ kind: 'NEED_TO_KNOW', authorities: ['Firearms Unit'] }] as const;
    expect(denials(held(unit), 'read', reader('JAM'))).toEqual([]);
    expect(denials(held(unit), 'read', reader('JAM', { authority: 'Customs' }))).toEqual([
      'NEED_TO_KNOW ITI 15(a)',
    ]);
    expect(denials(held(unit), 'read', { state: 'JAM', role: 'officer' })).toEqual([
      'NEED_TO_KNOW ITI 15(a)',
    ]);
    const officers = [{ kind: 'NEED_TO_KNOW', roles: ['officer'] }] as const;
    expect(denials(held(officers), 'read', reader('JAM', { authority: 'Customs' }))).toEqual([]);
    expect(denials(held([{ kind: 'NEED_TO_KNOW', roles: ['supervisor'] }]), 'read', reader('JAM'))).toEqual([
      'NEED_TO_KNOW ITI 15(a)',
    ]);
  });

  test('need to know: a role that reads no content is not let in by being named', () => {
    const named = [{ kind: 'NEED_TO_KNOW', roles: ['liaison'] }] as const;
    expect(denials(held(named), 'read', reader('JAM', { role: 'liaison' }))).toEqual([
      'ROLE_WITHOUT_CONTENT rule of the exchange',
    ]);
  });

  test('purpose: what is wanted for another purpose, or for none that was told, is denied', () => {
    const only = [{ kind: 'PURPOSE_ONLY', purposes: ['PROSECUTION'] }] as const;
    expect(denials(held(only), 'read', reader('JAM', { purpose: 'PROSECUTION' }))).toEqual([]);
    expect(denials(held(only), 'read', reader('JAM'))).toEqual(['PURPOSE_ONLY ITI 15(b)']);
    expect(denials(held(only), 'export', { state: 'JAM', role: 'officer' })).toEqual([
      'PURPOSE_ONLY ITI 15(b)',
    ]);
  });

  test('no onward release: consent opens it to exactly that State, on that item', () => {
    const consents = [{ number: 1, item: 1, to: 'COL', purpose: 'To ask there.' }];
    const bound = held([{ kind: 'NO_ONWARD' }], { consents });
    expect(denials(held([{ kind: 'NO_ONWARD' }]), 'follow-on', reader('COL'))).toEqual([
      'NO_ONWARD ITI 15(c)',
    ]);
    expect(denials(bound, 'follow-on', reader('COL'))).toEqual([]);
    expect(denials(bound, 'follow-on', reader('BRA'))).toEqual(['NO_ONWARD ITI 15(c)']);
    expect(denials({ ...bound, item: 2 }, 'follow-on', reader('COL'))).toEqual(['NO_ONWARD ITI 15(c)']);
    expect(denials(bound, 'read', reader('JAM'))).toEqual([]);
  });

  test('no onward release: who got it by consent is bound as its giver bound it, and can hand it on to nobody', () => {
    const consents = [{ number: 1, item: 1, to: 'COL', purpose: 'To ask there.' }];
    const copy = heldBy(
      { state: 'COL', purpose: 'INVESTIGATION' },
      held([{ kind: 'NO_ONWARD' }], { consents }),
    );
    expect(denials(copy, 'read', reader('COL'))).toEqual([]);
    expect(denials(copy, 'follow-on', reader('BRA'))).toEqual(['NO_ONWARD ITI 15(c)']);
  });

  test('commercial data is read by the two States and leaves on no other way', () => {
    expect(waysOf([{ kind: 'COMMERCIAL' }], reader('JAM'))).toEqual(['read']);
    expect(waysOf([{ kind: 'COMMERCIAL' }], reader('COL'))).toEqual([]);
  });

  test('expiry: the last day counts, and ends where it ends first on earth', () => {
    const until = held([{ kind: 'EXPIRES', on: '2026-01-31' }]);
    const end = Date.UTC(2026, 0, 31, 10);
    expect(denials(until, 'read', reader('JAM'), end - 1)).toEqual([]);
    expect(denials(until, 'read', reader('JAM'), end)).toEqual(['EXPIRES ITI 15']);
  });

  test('in open text, or unknown here, denies every way out', () => {
    expect(waysOf([{ kind: 'OTHER', text: 'Ask before use in court.' }], reader('JAM'))).toEqual([]);
    expect(denials(held([{ kind: 'EMBASSY_ONLY' }]), 'read', reader('JAM'))).toEqual(['OTHER ITI 15']);
  });

  test('binds whoever holds the answer, not its giver', () => {
    const all = [{ kind: 'COMMERCIAL' }, { kind: 'OTHER', text: 'x' }] as const;
    expect(waysOf(all, reader('USA'))).toEqual(['read', 'search', 'export', 'follow-on']);
  });

  test('that denies is told beside every other that denies', () => {
    const bound = held([{ kind: 'NO_ONWARD' }, { kind: 'COMMERCIAL' }]);
    expect(denials(bound, 'export', reader('COL'))).toEqual([
      'NOT_A_PARTY rule of the exchange',
      'NO_ONWARD ITI 15(c)',
      'COMMERCIAL Firearms Protocol 12(5)',
    ]);
  });
});

describe('whatever the conditions, the reader and the way out', () => {
  test('notice before disclosure grants nothing', () => {
    fc.assert(
      fc.property(anyHandling, anyWayOut, anyReader, anyInstant, (handling, wayOut, by, when) => {
        expect(mayRelease(handling, wayOut, by, when)).toEqual(
          mayRelease({ ...handling, notices: [] }, wayOut, by, when),
        );
      }),
    );
  });

  test('consent lifts nothing for any other State, and no other condition for that one', () => {
    fc.assert(
      fc.property(anyHandling, anyWayOut, anyReader, anyInstant, (handling, wayOut, by, when) => {
        const without = mayRelease({ ...handling, consents: [] }, wayOut, by, when);
        const lifted = handling.consents.some(({ item, to }) => item === handling.item && to === by.state);
        const conditions = handling.conditions.filter(({ kind }) => !lifted || kind !== 'NO_ONWARD');
        expect(mayRelease(handling, wayOut, by, when)).toEqual(
          lifted ? mayRelease({ ...handling, conditions, consents: [] }, wayOut, by, when) : without,
        );
      }),
      { numRuns: 1000 },
    );
  });

  test('what a further State gets is bound by all that bound it before, and time opens nothing', () => {
    fc.assert(
      fc.property(anyHandling, anyReader, anyInstant, fc.nat(), (handling, by, when, later) => {
        const isGiven = mayRelease(handling, 'follow-on', by, when).released;
        const { state, purpose } = by;
        const copy = heldBy({ state: state ?? 'COL', ...(purpose !== undefined && { purpose }) }, handling);
        // On terms it is given for the purpose that was said, and for none that was not.
        if (isGiven && purpose !== undefined) expect(mayRelease(copy, 'read', by, when).released).toBe(true);
        if (!isGiven) expect(mayRelease(handling, 'follow-on', by, when + later).released).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });
});

test('whoever must disclose against conditions owes their giver notice first, once (Firearms Protocol 12(5))', () => {
  const bound = held([{ kind: 'NO_ONWARD' }]);
  expect(owesNotice(bound, 'the defence')).toBe(true);
  expect(owesNotice({ ...bound, notices: [{ item: 1, to: 'the defence' }] }, 'the defence')).toBe(false);
  expect(owesNotice({ ...bound, notices: [{ item: 2, to: 'the defence' }] }, 'the defence')).toBe(true);
  expect(owesNotice(held([]), 'the defence')).toBe(false);
});
