import sharp from 'sharp';
import { Rejection } from '@vestigo/kernel';
import { stripped } from './stripped';
import { CANARY, tellingPhotograph } from './testing/sample-photographs';

const refusalOf = (bytes: Buffer) =>
  stripped(bytes).then(
    () => 'kept',
    (error: unknown) => (error instanceof Rejection ? error.code : error),
  );

describe.each(['jpeg', 'png', 'webp'] as const)('a photograph in %s', (kind) => {
  test('loses all that is not the picture, and is turned as its camera was', async () => {
    const original = await tellingPhotograph(kind);
    expect(original.includes(CANARY)).toBe(true);
    expect(
      (await sharp(original).metadata()).exif?.includes('GPS') ?? original.includes('GPS'),
    ).toBeDefined();
    const kept = await stripped(original);
    expect(kept.bytes.includes(CANARY)).toBe(false);
    expect(kept).toMatchObject({ mediaType: `image/${kind}`, width: 40, height: 60 });
    const { exif, xmp, iptc, orientation, comments } = await sharp(kept.bytes).metadata();
    expect({ exif, xmp, iptc, orientation, comments }).toEqual({});
  });

  test('becomes the same bytes each time', async () => {
    const original = await tellingPhotograph(kind);
    expect((await stripped(original)).bytes).toEqual((await stripped(original)).bytes);
  });

  test('that is cut short is refused', async () => {
    const original = await tellingPhotograph(kind);
    expect(await refusalOf(original.subarray(0, original.length / 3))).toBe('photograph-unreadable');
  });
});

test('a picture without loss is kept without loss', async () => {
  const raw = Buffer.from(Array.from({ length: 32 * 32 * 3 }, (_, index) => (index * 7919) % 256));
  const original = await sharp(raw, { raw: { width: 32, height: 32, channels: 3 } })
    .png()
    .toBuffer();
  const { bytes } = await stripped(original);
  expect(await sharp(bytes).raw().toBuffer()).toEqual(raw);
});

test('a colour profile is kept, and colours stay unthinned', async () => {
  const create = { width: 8, height: 8, channels: 3, background: 'red' } as const;
  const original = await sharp({ create }).withIccProfile('p3').jpeg().toBuffer();
  const { bytes } = await stripped(original);
  expect(await sharp(bytes).metadata()).toMatchObject({
    icc: expect.any(Buffer) as Buffer,
    chromaSubsampling: '4:4:4',
  });
});

test.each([
  ['nothing', Buffer.alloc(0)],
  ['a page', Buffer.from('<html><script>alert(1)</script></html>')],
  [
    'a drawing that is a program',
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
  ],
  ['an animation', Buffer.from('GIF89a')],
  ['a JPEG by its beginning alone', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0, 0, 0])],
])('%s is no photograph', async (_, bytes) => {
  expect(await refusalOf(bytes)).toBe('photograph-unreadable');
});

test('a small file of many pixels is refused before it is decoded', async () => {
  const create = { width: 9000, height: 9000, channels: 3, background: 'black' } as const;
  const original = await sharp({ create }).png({ compressionLevel: 9 }).toBuffer();
  expect(original.length).toBeLessThan(1024 * 1024);
  expect(await refusalOf(original)).toBe('photograph-too-large');
});
