import * as fc from 'fast-check';
import { classOfOutcome, type Outcome, OUTCOMES } from './outcomes';
import { type AnsweredItem, TRACED, tracedYield } from './traced-yield';

const plain = (outcome: Outcome): AnsweredItem => ({ outcome, restricted: false });
const anyItems = fc.array(fc.record({ outcome: fc.constantFrom(...OUTCOMES), restricted: fc.boolean() }));

describe('acceptance check 3', () => {
  test('NO_TRANSFER_RECORD raises substantive answers, not traced_yield', () => {
    fc.assert(
      fc.property(anyItems, fc.boolean(), (items, lastHolderCounts) => {
        const before = tracedYield(items, lastHolderCounts);
        const after = tracedYield([...items, plain('NO_TRANSFER_RECORD')], lastHolderCounts);
        expect(after.answered).toBe(before.answered + 1);
        expect(after.traced).toBe(before.traced);
        expect(after.share).toBeLessThanOrEqual(before.share ?? 0);
      }),
    );
    expect(classOfOutcome('NO_TRANSFER_RECORD')).toBe('NEGATIVE');
  });
});

describe('traced yield', () => {
  test('counts what is traced of what is answered, by the policy on last holders', () => {
    const items = OUTCOMES.map(plain);
    const answered = items.length;
    expect(tracedYield(items, false)).toEqual({ traced: 3, answered, share: 3 / answered });
    expect(tracedYield(items, true)).toEqual({ traced: 4, answered, share: 4 / answered });
  });

  test('counts no restricted answer as traced (a restricted answer is a partial one)', () => {
    expect(tracedYield([{ outcome: 'TRACED_DIVERSION', restricted: true }], true).traced).toBe(0);
  });

  test('of nothing answered is none, and not 0', () => {
    expect(tracedYield([], true)).toEqual({ traced: 0, answered: 0, share: null });
  });

  test('knows which outcomes say where the arm became illicit', () => {
    const byMeaning = Map.groupBy(OUTCOMES, (outcome) => TRACED[outcome]);
    expect(byMeaning.get('yes')).toEqual(['TRACED_DIVERSION', 'MATCH_STOLEN_LOST', 'STATE_STOCK_CONFIRMED']);
    expect(byMeaning.get('by policy')).toEqual(['TRACED_LAST_HOLDER']);
  });
});
