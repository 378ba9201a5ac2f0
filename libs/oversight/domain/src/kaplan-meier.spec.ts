import * as fc from 'fast-check';
import { waitQuantiles } from './kaplan-meier';

const medianOf = (ended: readonly number[], open: readonly number[]) =>
  waitQuantiles({ ended, open }, [0.5])[0];

describe('waiting times with open requests in them', () => {
  test('a worked example: 6, 6, 6, 7, 10, 13, 16, 22, 23 ended, twelve open', () => {
    const ended = [6, 6, 6, 7, 10, 13, 16, 22, 23];
    const open = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35];
    // Survival 0.857 at 6, 0.807 at 7, 0.753 at 10, 0.690 at 13, 0.627 at 16, 0.538 at 22, 0.448 at 23.
    expect(waitQuantiles({ ended, open }, [0.14, 0.15, 0.25, 0.3, 0.35, 0.46, 0.5, 0.55, 0.56])).toEqual([
      6,
      7,
      13,
      13,
      16,
      22,
      23,
      23,
      null,
    ]);
  });

  test('ends come before censorings: a wait open at that very length was still at risk', () => {
    // At 5 two are at risk and one ends: survival 1/2. Were the open one taken out first, it would be 0.
    expect(waitQuantiles({ ended: [5], open: [5] }, [0.5, 0.9])).toEqual([5, null]);
  });

  test('open waits lengthen the median; left out they would flatter it', () => {
    expect(medianOf([1, 2, 3], [])).toBe(2);
    expect(medianOf([1, 2, 3], [4, 4])).toBe(3);
    expect(medianOf([1, 2, 3], [4, 4, 4, 4])).toBeNull();
  });

  test('waits cut short early leave the rest to decide', () => {
    expect(medianOf([2, 4], [1, 1, 1, 1])).toBe(2);
  });

  test('nothing ended, or nothing at all, has no quantile', () => {
    expect(waitQuantiles({ ended: [], open: [1, 2] }, [0.5, 0.9])).toEqual([null, null]);
    expect(waitQuantiles({ ended: [], open: [] }, [0.5])).toEqual([null]);
  });

  const waits = fc.array(fc.oneof(fc.nat(20), fc.double({ min: 0, max: 400, noNaN: true })), {
    minLength: 1,
    maxLength: 200,
  });

  test('with nothing open they are plain order statistics', () => {
    fc.assert(
      fc.property(waits, fc.constantFrom(0.1, 0.25, 0.5, 0.75, 0.9), (ended, share) => {
        const sorted = [...ended].sort((one, other) => one - other);
        const rank = Math.ceil(share * sorted.length - 1e-9);
        expect(waitQuantiles({ ended, open: [] }, [share])).toEqual([sorted[rank - 1]]);
      }),
    );
  });

  test('a wait that goes on never shortens a quantile', () => {
    fc.assert(
      fc.property(waits, waits, (ended, open) => {
        const infinite = (value: number | null | undefined) => value ?? Number.POSITIVE_INFINITY;
        const more = waitQuantiles({ ended, open: [...open, 1000] }, [0.5])[0];
        expect(infinite(more)).toBeGreaterThanOrEqual(infinite(medianOf(ended, open)));
      }),
    );
  });
});
