import * as fc from 'fast-check';
import type { HandlingCondition } from '../condition';
import type { Handling } from '../onward';
import { type Reader, WAYS_OUT } from '../release';

/** Few names, so that conditions and readers meet. */
const authority = fc.constantFrom('Firearms Unit', 'Customs', 'Prosecutor');
const role = fc.constantFrom('officer', 'liaison', 'coordinator');
const purpose = fc.constantFrom('INVESTIGATION', 'PROSECUTION', 'STATISTICS');
const state = fc.constantFrom('USA', 'JAM', 'COL', 'BRA');
const item = fc.integer({ min: 1, max: 2 });
const terms = fc.constantFrom('For this inquiry alone.', 'Not in open court.');
const names = (name: fc.Arbitrary<string>) => fc.uniqueArray(name, { maxLength: 3 });

export const anyCondition: fc.Arbitrary<HandlingCondition> = fc.oneof(
  fc.record(
    {
      kind: fc.constant('NEED_TO_KNOW' as const),
      authorities: names(authority),
      roles: names(role),
    },
    { requiredKeys: ['kind'] },
  ),
  fc.record({ kind: fc.constant('PURPOSE_ONLY' as const), purposes: names(purpose) }),
  fc.constant({ kind: 'NO_ONWARD' as const }),
  fc.constant({ kind: 'COMMERCIAL' as const }),
  fc.record({
    kind: fc.constant('EXPIRES' as const),
    on: fc.constantFrom('2026-01-31', '2026-02-01', '2026-02-30', 'soon'),
  }),
  fc.record({
    kind: fc.constant('ON_TERMS' as const),
    state,
    use: purpose,
    purpose: fc.constant('To ask there.'),
    terms,
  }),
  fc.record({ kind: fc.constant('OTHER' as const), text: fc.constantFrom('Ask first.', '') }),
);

export const anyConditions = fc.array(anyCondition, { maxLength: 4 });

export const anyReader: fc.Arbitrary<Reader> = fc.record(
  { state: fc.option(state), role, authority, purpose },
  { requiredKeys: ['state', 'role'] },
);

export const anyWayOut = fc.constantFrom(...WAYS_OUT);

/** Around the days on which conditions expire. */
export const anyInstant = fc.integer({ min: Date.UTC(2026, 0, 30), max: Date.UTC(2026, 1, 4) });

export const anyHandling: fc.Arbitrary<Handling> = fc.record({
  giver: fc.constant('USA'),
  recipient: fc.constant('JAM'),
  item,
  conditions: anyConditions,
  consents: fc.array(
    fc.record(
      { number: item, item, to: state, purpose: fc.constant('To ask there.'), terms },
      { requiredKeys: ['number', 'item', 'to', 'purpose'] },
    ),
    { maxLength: 3 },
  ),
  notices: fc.array(fc.record({ item, to: state }), { maxLength: 3 }),
});
