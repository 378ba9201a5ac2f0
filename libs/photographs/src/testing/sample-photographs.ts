import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';

/** Words that no photograph may carry on. */
export const CANARY = 'CANARY-of-a-camera';

/** Where the photograph was taken, as a camera writes it, with words in every text field there is. */
const exif = {
  IFD0: { Make: CANARY, Model: CANARY, Artist: CANARY, ImageDescription: CANARY, Orientation: '6' },
  IFD3: {
    GPSLatitudeRef: 'N',
    GPSLatitude: '17/1 58/1 1733/100',
    GPSLongitudeRef: 'W',
    GPSLongitude: '76/1 47/1 3500/100',
    GPSAreaInformation: CANARY,
  },
};
const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="${CANARY}"/></rdf:RDF></x:xmpmeta>`;

/** A picture of the given kind that tells where it was taken, and has words after its end. */
export async function tellingPhotograph(
  kind: 'jpeg' | 'png' | 'webp',
  { width = 60, height = 40 } = {},
): Promise<Buffer> {
  const picture = sharp({ create: { width, height, channels: 3, background: { r: 200, g: 30, b: 90 } } })
    .withExif(exif)
    .withXmp(xmp)
    .withMetadata({ orientation: 6 });
  const written = await picture.toFormat(kind).toBuffer();
  return Buffer.concat([written, Buffer.from(CANARY)]);
}

/** A picture that does not get small: noise of about three bytes for each pixel. */
export async function noise(side: number): Promise<Buffer> {
  const create = { width: side, height: side, channels: 3, background: 'grey' } as const;
  return sharp({ create: { ...create, noise: { type: 'gaussian', mean: 128, sigma: 60 } } })
    .png()
    .toBuffer();
}

export function temporaryFolder(): { readonly folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'vestigo-photographs-'));
  return {
    folder,
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
