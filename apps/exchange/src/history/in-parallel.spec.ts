import * as fc from 'fast-check';
import { inParallel } from './in-parallel';

describe('work on many items at once', () => {
  test('is done once for each item, never on more than the width', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(3)), fc.integer({ min: 1, max: 8 }), async (turns, width) => {
        const done: number[] = [];
        let [underWay, most] = [0, 0];
        await inParallel(turns.entries(), width, async ([index, count]) => {
          underWay += 1;
          most = Math.max(most, underWay);
          for (let turn = 0; turn < count; turn += 1) await Promise.resolve();
          underWay -= 1;
          done.push(index);
        });
        expect(done.toSorted((one, other) => one - other)).toEqual([...turns.keys()]);
        expect(most).toBeLessThanOrEqual(width);
        expect(underWay).toBe(0);
      }),
    );
  });

  test('fails with the first failure, after what was under way has ended, and begins nothing more', async () => {
    const failure = new Error('the log does not answer');
    const begun: number[] = [];
    const ended: number[] = [];
    const working = inParallel([0, 1, 2, 3, 4], 2, async (item) => {
      begun.push(item);
      if (item === 1) throw failure;
      await new Promise(setImmediate);
      ended.push(item);
    });
    await expect(working).rejects.toBe(failure);
    expect([begun, ended]).toEqual([[0, 1], [0]]);
  });

  test('keeps what was thrown, even nothing', async () => {
    // A rejection without reason is a failure all the same.
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
    await expect(inParallel([1], 1, () => Promise.reject(undefined))).rejects.toBeUndefined();
  });
});
