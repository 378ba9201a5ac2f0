import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { mediaTypeOf, type MediaType } from './media-type';

/** What the head of a picture tells of it. */
export interface PictureHead {
  readonly mediaType: MediaType;
  readonly bytes: number;
  /** Pixels. */
  readonly width?: number;
  readonly height?: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Reads a few bytes of a picture, never the whole; undefined for what is none. Another State wrote it: nothing in it is believed. */
export async function headOf(file: string): Promise<PictureHead | undefined> {
  const handle = await open(file, 'r');
  try {
    const head = await bytesAt(handle, 0, 30);
    const mediaType = mediaTypeOf(head);
    if (!mediaType) return undefined;
    const { size: bytes } = await handle.stat();
    const size = mediaType === 'image/jpeg' ? await jpegSize(handle) : sizeIn[mediaType](head);
    return { mediaType, bytes, ...(size && size.width > 0 && size.height > 0 && size) };
  } finally {
    await handle.close();
  }
}

async function bytesAt(handle: FileHandle, place: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, place);
  return buffer.subarray(0, bytesRead);
}

const sizeIn = {
  /** IHDR is the first chunk (PNG 11.2.1). */
  'image/png': (head: Buffer) =>
    head.length < 24 ? undefined : { width: head.readUInt32BE(16), height: head.readUInt32BE(20) },
  'image/webp': (head: Buffer) => (head.length < 30 ? undefined : webpSize(head)),
} as const;

/** RFC 9649, 2.4 to 2.7. */
function webpSize(head: Buffer): Size | undefined {
  switch (head.toString('latin1', 12, 16)) {
    case 'VP8X':
      return { width: head.readUIntLE(24, 3) + 1, height: head.readUIntLE(27, 3) + 1 };
    case 'VP8L': {
      const bits = head.readUInt32LE(21);
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case 'VP8 ':
      return { width: head.readUInt16LE(26) & 0x3fff, height: head.readUInt16LE(28) & 0x3fff };
    default:
      return undefined;
  }
}

/** A colour profile takes some segments of 64 KiB before the frame begins; more than these are looked at in no picture. */
const mostSegments = 256;
const notFrames: readonly number[] = [0xc4, 0xc8, 0xcc];

/** The head of the frame (ITU-T T.81, B.2.2). */
async function jpegSize(handle: FileHandle): Promise<Size | undefined> {
  let place = 2;
  for (let segment = 0; segment < mostSegments; segment += 1) {
    const head = await bytesAt(handle, place, 9);
    if (head.length < 9 || head[0] !== 0xff) return undefined;
    const marker = head.readUInt8(1);
    if (marker >= 0xc0 && marker <= 0xcf && !notFrames.includes(marker)) {
      return { width: head.readUInt16BE(7), height: head.readUInt16BE(5) };
    }
    place += 2 + head.readUInt16BE(2);
  }
  return undefined;
}
