import type { GivenCondition, Reader } from '@vestigo/handling';
import { shownChecks } from './held-checks';

const at = Date.UTC(2026, 0, 15);
const parties = { requestingState: 'JAM', respondingState: 'COL' };
const onTerms = {
  ...{ kind: 'ON_TERMS', state: 'COL', use: 'INVESTIGATION' },
  ...{ purpose: 'To ask the importer.', terms: 'For this inquiry alone.' },
};
const officer = (state: string, purpose = 'INVESTIGATION'): Reader => ({ state, role: 'officer', purpose });
const own = {
  register: 'NATIONAL_REGISTER',
  result: 'NOTHING_FOUND',
  on: '2026-01-02',
  remarks: 'By number.',
};
const heldUnder = (...conditions: readonly GivenCondition[]) => ({
  ...{ register: 'OTHER', result: 'FOUND', on: '2026-01-03', remarks: 'CANARY' },
  handling: { giver: 'USA', conditions },
});

function shownTo(reader: Reader, wayOut: 'read' | 'export', ...conditions: readonly GivenCondition[]) {
  const check = heldUnder(...conditions);
  const holder = reader.state ?? '';
  const { checks, heldChecks } = shownChecks({ priorChecks: [own, check] }, holder, parties, {
    ...{ wayOut, reader, at },
  });
  const [first, second] = checks.priorChecks ?? [own, check];
  expect(first).toEqual(own);
  expect(heldChecks.map(({ check: number, giver }) => [number, giver])).toEqual([[2, 'USA']]);
  return { whole: second === check, second, released: heldChecks[0]?.decision.released };
}

describe('a prior check that tells what another State answered', () => {
  test('is read where it was handed on, with its terms beside it, and goes no further', () => {
    expect(shownTo(officer('COL'), 'read', { kind: 'NO_ONWARD' }, onTerms)).toMatchObject({
      whole: true,
      released: true,
    });
    const { second, released } = shownTo(officer('COL'), 'export', { kind: 'NO_ONWARD' }, onTerms);
    expect(released).toBe(false);
    expect(second).toEqual({
      ...{ register: 'OTHER', result: 'FOUND' },
      handling: { giver: 'USA', conditions: [{ kind: 'NO_ONWARD' }, onTerms] },
    });
  });

  test('is not read for another use than its giver was asked for', () => {
    expect(shownTo(officer('COL', 'STATISTICS'), 'read', onTerms)).toMatchObject({ released: false });
  });

  test('is bound at the desk that handed it on by all but those terms', () => {
    expect(shownTo(officer('JAM'), 'export', { kind: 'NO_ONWARD' }, onTerms)).toMatchObject({ whole: true });
    expect(shownTo(officer('JAM'), 'export', { kind: 'COMMERCIAL' }, onTerms)).toMatchObject({
      whole: false,
    });
    const forAnother = { ...onTerms, state: 'BRA' };
    expect(shownTo(officer('JAM'), 'read', forAnother)).toMatchObject({ whole: false });
  });

  test.each<GivenCondition>([
    { kind: 'EXPIRES', on: '2026-01-01' },
    { kind: 'OTHER', text: 'Ask first.' },
    { kind: 'EMBASSY_ONLY' },
  ])('shows no more than its codes under %j', (condition) => {
    expect(JSON.stringify(shownTo(officer('COL'), 'read', condition).second)).not.toContain('CANARY');
  });
});

test('other prior checks are shown as they are', () => {
  const reading = { wayOut: 'read', reader: officer('COL'), at } as const;
  expect(shownChecks({ priorChecks: [own] }, 'COL', parties, reading)).toEqual({
    checks: {},
    heldChecks: [],
  });
  expect(shownChecks({}, 'COL', parties, reading)).toEqual({ checks: {}, heldChecks: [] });
});
