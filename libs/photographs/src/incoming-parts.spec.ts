import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { PhotographPart } from '@vestigo/protocol';
import { takePart } from './incoming-parts';
import { digestOf, openPhotographStore } from './photograph-store';
import { temporaryFolder } from './testing/sample-photographs';

const { folder, remove } = temporaryFolder();
afterAll(remove);

/** As many bytes as parts, each with the beginning of a JPEG before them. */
function partsOf(count: number, seed: number, from = 'JAM'): readonly PhotographPart[] {
  const body = Buffer.from(Array.from({ length: count * 3 }, (_, index) => (index * 31 + seed) % 256));
  const whole = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, seed % 256]), body]);
  const size = Math.ceil(whole.length / count);
  return Array.from({ length: count }, (_, index) => ({
    requestId: '01980000-0000-7000-8000-0000000000a1',
    ...{ from, to: 'USA', sha256: digestOf(whole), index, count },
    content: whole.subarray(index * size, (index + 1) * size).toString('base64'),
  }));
}

test('parts that come in any order and again and again make one photograph, also over restarts', async () => {
  const deliveries = fc
    .tuple(fc.integer({ min: 1, max: 6 }), fc.nat(200))
    .chain(([count, seed]) =>
      fc.tuple(
        fc.constant(partsOf(count, seed)),
        fc.shuffledSubarray([...Array(count).keys(), ...Array(count).keys()], { minLength: 2 * count }),
      ),
    );
  let run = 0;
  await fc.assert(
    fc.asyncProperty(deliveries, async ([parts, order]) => {
      const settings = { folder: join(folder, String((run += 1))), quota: 10_000 };
      const sha256 = parts[0]?.sha256 ?? '';
      const seen = new Set<number>();
      for (const index of order) {
        const part = parts[index];
        if (!part) throw new Error('a part that was not made');
        seen.add(index);
        const taken = await takePart(openPhotographStore(settings), part);
        expect(taken).toBe(seen.size === parts.length ? 'whole' : 'waiting');
        expect(await openPhotographStore(settings).has('USA', sha256)).toBe(taken === 'whole');
      }
      const kept = await openPhotographStore(settings).read('USA', sha256);
      expect(kept && digestOf(kept)).toBe(sha256);
      const incoming = join(settings.folder, 'USA', 'incoming');
      expect(existsSync(incoming) ? readdirSync(incoming) : []).toEqual([]);
    }),
    { numRuns: 25 },
  );
});

describe('a photograph that is not what it says', () => {
  const store = openPhotographStore({ folder: join(folder, 'other'), quota: 100 });
  const [first, second] = partsOf(2, 7);
  if (!first || !second) throw new Error('two parts were made');

  test('is discarded, and arrives when it is sent as it should be', async () => {
    const damaged = { ...second, content: Buffer.from('x').toString('base64') };
    expect([await takePart(store, first), await takePart(store, damaged)]).toEqual(['waiting', 'discarded']);
    expect([await takePart(store, first), await takePart(store, second)]).toEqual(['waiting', 'whole']);
  });
  test('of a third State keeps nobody else’s from arriving', async () => {
    const [one, two] = partsOf(2, 9);
    if (!one || !two) throw new Error('two parts were made');
    await takePart(store, { ...one, from: 'KEN', content: '' });
    expect([await takePart(store, one), await takePart(store, two)]).toEqual(['waiting', 'whole']);
  });
  test('and is no picture is discarded', async () => {
    const page = Buffer.from('<html>');
    const part = { ...first, sha256: digestOf(page), index: 0, count: 1, content: page.toString('base64') };
    expect(await takePart(store, part)).toBe('discarded');
  });
  test('is discarded where there is no room, and stops nothing', async () => {
    const large = {
      ...first,
      sha256: digestOf(Buffer.alloc(1)),
      content: Buffer.alloc(200).toString('base64'),
    };
    expect(await takePart(store, large)).toBe('discarded');
  });
});
