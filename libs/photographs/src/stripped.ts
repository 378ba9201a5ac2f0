import type { Sharp, SharpOptions } from 'sharp';
import { Rejection } from '@vestigo/kernel';
import { type MediaType, mediaTypeOf } from './media-type';

/** Bytes of a photograph as it is sent in: 10 MiB. */
export const UPLOAD_LIMIT = 10 * 1024 * 1024;

/** Bytes of a photograph as it is kept. Written anew without loss it may be larger than it came. */
export const KEPT_LIMIT = 16 * 1024 * 1024;

/** A camera of a telephone takes up to 50 million pixels; decoded they take four bytes each. */
const mostPixels = 64_000_000;

export interface Stripped {
  readonly bytes: Buffer;
  readonly mediaType: MediaType;
  readonly width: number;
  readonly height: number;
}

/**
 * The picture alone, written anew: no place, time, camera, thumbnail, comment or trailing bytes of the file come along; the
 * turn that its metadata asks for is done, its colour profile is kept. Same bytes in, same bytes out. Throws `Rejection` for
 * what is no photograph.
 */
export async function stripped(original: Buffer): Promise<Stripped> {
  const mediaType = mediaTypeOf(original);
  if (!mediaType) throw unreadable('It is neither JPEG nor PNG nor WebP.');
  return oneAtATime(() => rewritten(original, mediaType));
}

async function rewritten(original: Buffer, mediaType: MediaType): Promise<Stripped> {
  const open = await opener();
  try {
    // Read of the header alone: a small file may stand for a picture that fills the memory.
    const { space, depth, width, height } = await open(original, { limitInputPixels: false }).metadata();
    if (width * height > mostPixels) throw tooLarge();
    const picture = open(original, { limitInputPixels: mostPixels, failOn: 'error' });
    const turned = picture.autoOrient();
    // The profile of a picture for print does not fit its colours on a screen.
    const coloured = space === 'cmyk' ? turned : turned.keepIccProfile();
    const deep = mediaType === 'image/png' && depth === 'ushort';
    const written = writers[mediaType](deep ? coloured.toColourspace('rgb16') : coloured, original);
    const { data, info } = await written.toBuffer({ resolveWithObject: true });
    if (data.length > KEPT_LIMIT) throw tooLarge();
    return { bytes: data, mediaType, width: info.width, height: info.height };
  } catch (error) {
    if (error instanceof Rejection) throw error;
    throw unreadable('It is damaged, or not a picture.');
  }
}

/** Marks are small: JPEG keeps its colours unthinned and little is lost; what came without loss is kept without. */
const writers: Readonly<Record<MediaType, (picture: Sharp, original: Buffer) => Sharp>> = {
  'image/jpeg': (picture) => picture.jpeg({ quality: 95, chromaSubsampling: '4:4:4' }),
  'image/png': (picture) => picture.png({ compressionLevel: 6 }),
  'image/webp': (picture, original) =>
    picture.webp({ quality: 95, lossless: original.includes('VP8L', 0, 'latin1') }),
};

type Open = (bytes: Buffer, options: SharpOptions) => Sharp;
let opened: Promise<Open> | undefined;

/** Loaded with the first photograph: most processes never see one. */
function opener(): Promise<Open> {
  opened ??= import('sharp').then(({ default: sharp }) => {
    sharp.cache(false);
    sharp.concurrency(1);
    return sharp;
  });
  return opened;
}

let last: Promise<unknown> = Promise.resolve();

/** Decoded, a photograph takes a hundred times its bytes: two at once would be twice that. */
function oneAtATime<Result>(work: () => Promise<Result>): Promise<Result> {
  const mine = last.then(work);
  last = mine.catch(() => undefined);
  return mine;
}

const unreadable = (why: string) =>
  new Rejection('invalid', 'photograph-unreadable', `The photograph cannot be read. ${why}`);

const tooLarge = () =>
  new Rejection('invalid', 'photograph-too-large', 'The photograph has too many pixels. Send a smaller one.');
