import sharp from 'sharp';
import type { Answer, Desk } from './desk';

export interface Kept {
  readonly sha256: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly width: number;
  readonly height: number;
}

/** Sends a small picture of one colour in. */
export async function sendPhotograph(desk: Desk, background = 'red'): Promise<Answer<Kept>> {
  const picture = sharp({ create: { width: 8, height: 8, channels: 3, background } });
  return sendBytes(desk, await picture.png().toBuffer(), 'image/png');
}

export function sendBytes(desk: Desk, bytes: Buffer, type = 'image/jpeg'): Promise<Answer<Kept>> {
  return desk.ask('POST', '/v1/photographs', {
    body: new Uint8Array(bytes),
    headers: { 'content-type': type },
  });
}
