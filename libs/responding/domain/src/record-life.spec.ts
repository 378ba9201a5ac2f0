import type { AnswerContent } from '@vestigo/lifecycle';
import * as fc from 'fast-check';
import { recordLoss } from './record-life';

const expired: AnswerContent = { outcome: 'RECORD_EXPIRED' };
const asked = { year: 2026, regimes: ['ITI', 'FIREARMS_PROTOCOL'] };

describe('that a record is older than retention', () => {
  test('is plausible once the longest time that binds the pair is over', () => {
    expect(recordLoss(expired, { ...asked, transferYear: 2005 })).toEqual({ is: 'plausible' });
    expect(recordLoss(expired, { ...asked, transferYear: 2006 })).toEqual({
      is: 'finding',
      clause: 'ITI 12',
      keptUntil: 2026,
    });
    expect(recordLoss(expired, { ...asked, regimes: ['ATT'], transferYear: 2015 })).toEqual({
      is: 'plausible',
    });
  });

  test('is held against the thirty years of records of manufacture where the chain ends there', () => {
    const made: AnswerContent = { ...expired, chain: [{ role: 'MANUFACTURED', date: '1997-05' }] };
    expect(recordLoss(made, asked)).toEqual({ is: 'finding', clause: 'ITI 12', keptUntil: 2027 });
    const sold: AnswerContent = {
      ...expired,
      chain: [{ role: 'MANUFACTURED', date: '1997' }, { role: 'SOLD', date: '1998' }, { role: 'EXPORTED' }],
    };
    expect(recordLoss(sold, asked)).toEqual({ is: 'plausible' });
  });

  test('cannot be weighed without a date, and is plausible where no instrument sets a time', () => {
    expect(recordLoss(expired, asked)).toEqual({ is: 'undated' });
    expect(recordLoss(expired, { year: 2026, regimes: ['CIFTA'], transferYear: 2025 })).toEqual({
      is: 'plausible',
    });
  });

  test('never becomes a finding by waiting, nor plausible by one more instrument', () => {
    const year = fc.integer({ min: 1950, max: 2100 });
    const regimes = fc.subarray(['ITI', 'FIREARMS_PROTOCOL', 'ATT', 'CIFTA']);
    fc.assert(
      fc.property(year, year, fc.nat(80), regimes, (transferYear, from, later, some) => {
        const now = recordLoss(expired, { year: from, regimes: some, transferYear }).is;
        const then = recordLoss(expired, { year: from + later, regimes: some, transferYear }).is;
        if (now === 'plausible') expect(then).toBe('plausible');
        const more = recordLoss(expired, { year: from, regimes: [...some, 'ITI'], transferYear }).is;
        if (now === 'finding') expect(more).toBe('finding');
      }),
    );
  });
});
