import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import sharp from 'sharp';
import { headOf } from './picture-head';
import { stripped } from './stripped';
import { temporaryFolder } from './testing/sample-photographs';

const { folder, remove } = temporaryFolder();
afterAll(remove);

function fileOf(bytes: Uint8Array): string {
  const file = join(folder, 'picture');
  writeFileSync(file, bytes);
  return file;
}

const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: 'grey' } });

test.each(['jpeg', 'png', 'webp'] as const)(
  'the size of a picture in %s is what its decoder says',
  async (kind) => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 300 }),
        fc.integer({ min: 1, max: 300 }),
        async (width, height) => {
          const { bytes } = await stripped(await plain(width, height).toFormat(kind).toBuffer());
          const head = await headOf(fileOf(bytes));
          expect(head).toEqual({ mediaType: `image/${kind}`, bytes: bytes.length, width, height });
        },
      ),
      { numRuns: 10 },
    );
  },
);

test.each([
  ['WebP without loss', () => plain(70, 50).webp({ lossless: true })],
  ['WebP with a colour profile', () => plain(70, 50).withIccProfile('p3').webp()],
  ['JPEG with a colour profile', () => plain(70, 50).withIccProfile('p3').jpeg()],
  ['JPEG that comes in passes', () => plain(70, 50).jpeg({ progressive: true })],
])('the size of %s as well', async (_, written) => {
  const bytes = await written().toBuffer();
  expect(await headOf(fileOf(bytes))).toMatchObject({ width: 70, height: 50, bytes: bytes.length });
});

test('what is no picture has no head, and what is cut short no size', async () => {
  expect(await headOf(fileOf(Buffer.from('<svg/>')))).toBeUndefined();
  const whole = await plain(70, 50).jpeg().toBuffer();
  expect(await headOf(fileOf(whole.subarray(0, 20)))).toEqual({ mediaType: 'image/jpeg', bytes: 20 });
});

test('whatever stands behind its beginning, a head is read', async () => {
  const begins = ['ffd8ff', '89504e470d0a1a0a', '524946460000000057454250'].map((hex) =>
    Buffer.from(hex, 'hex'),
  );
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...begins), fc.uint8Array({ maxLength: 200 }), async (begin, rest) => {
      const head = await headOf(fileOf(Buffer.concat([begin, rest])));
      expect(head?.bytes).toBe(begin.length + rest.length);
    }),
  );
});
