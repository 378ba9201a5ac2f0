import * as fc from 'fast-check';
import { waitQuantiles } from './kaplan-meier';
import { day, fact, received } from './testing/timeline';
import { waitCurve, waitsOf } from './wait-curve';

describe('the waits of requests', () => {
  const rows = [
    received(fact('CaseAcknowledged', day), fact('CaseAnswered', 3 * day)),
    received(fact('CaseRefused', 5 * day)),
    received(fact('RequestWithdrawn', 2 * day)),
    received(fact('RequestMarkedDuplicate', day)),
    received(),
  ];

  test('end with the first response, and are cut short by a withdrawal or the instant of the figures', () => {
    expect(waitsOf(rows, 10 * day, 'answer')).toEqual({ ended: [3, 5], open: [2, 10] });
    expect(waitsOf(rows, 4 * day, 'answer')).toEqual({ ended: [3], open: [4, 2, 4] });
  });

  test('end with the acknowledgement, or with what acknowledges as well', () => {
    expect(waitsOf(rows, 10 * day, 'acknowledgement')).toEqual({ ended: [1, 5], open: [2, 10] });
  });
});

describe('the curve of waits', () => {
  test('says for each day who ended, who was last seen open, and the share that has ended by then', () => {
    expect(waitCurve({ ended: [0.5, 2.1, 2.9], open: [1.2, 2.5] })).toEqual([
      { day: 0, ended: 1, open: 0, atRisk: 5, share: expect.closeTo(0.2) as unknown },
      { day: 1, ended: 0, open: 1, atRisk: 4, share: expect.closeTo(0.2) as unknown },
      { day: 2, ended: 2, open: 1, atRisk: 3, share: 1 },
    ]);
  });

  test('of nothing is empty', () => {
    expect(waitCurve({ ended: [], open: [] })).toEqual([]);
  });

  const waits = fc.array(fc.oneof(fc.nat(30), fc.double({ min: 0, max: 30, noNaN: true })), {
    maxLength: 60,
  });

  test('counts every wait once, and crosses one half on the day of the median', () => {
    fc.assert(
      fc.property(waits, waits, (ended, open) => {
        const curve = waitCurve({ ended, open });
        const sum = (of: (line: (typeof curve)[number]) => number) =>
          curve.reduce((total, line) => total + of(line), 0);
        expect([sum((line) => line.ended), sum((line) => line.open)]).toEqual([ended.length, open.length]);
        const [median = null] = waitQuantiles({ ended, open }, [0.5]);
        const crossing = curve.find(({ share }) => share >= 0.5 - 1e-9);
        expect(crossing?.day ?? null).toBe(median === null ? null : Math.floor(median));
      }),
    );
  });
});
