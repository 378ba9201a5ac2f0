import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { BadRequestException, PayloadTooLargeException } from '@nestjs/common';
import type { Stream } from '@vestigo/http';

/** Bytes of a file of many requests. */
export const FILE_LIMIT = 128 * 1024 * 1024;

export interface Arrived {
  readonly bytes: number;
  readonly sha256: string;
}

/** Writes what comes in to a file, never the whole of it in memory; resolves once it would survive a power cut. */
export async function arrive({ bytes: incoming, length = 0 }: Stream, file: string): Promise<Arrived> {
  if (length > FILE_LIMIT) throw new PayloadTooLargeException();
  const digest = createHash('sha256');
  const handle = await open(file, 'wx', 0o600);
  let bytes = 0;
  try {
    for await (const chunk of incoming) {
      bytes += chunk.length;
      if (bytes > FILE_LIMIT) throw new PayloadTooLargeException();
      digest.update(chunk);
      await handle.writeFile(chunk);
    }
    await handle.sync();
  } catch (error) {
    throw incoming.errored ? new BadRequestException('The body broke off.') : error;
  } finally {
    await handle.close();
  }
  return { bytes, sha256: digest.digest('hex') };
}
