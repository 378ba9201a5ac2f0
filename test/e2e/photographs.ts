import { hash } from 'node:crypto';
import sharp from 'sharp';
import type { Answer, Desk } from './desk';
import { matterAt } from './matters';

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

/** How a request names a photograph. */
export const shown = ({ sha256, mediaType, bytes }: Kept) => ({ sha256, mediaType, bytes, view: 'LEFT' });

export const digestOf = (bytes: Uint8Array): string => hash('sha256', bytes, 'hex');

/** SHA-256 of what is served under the digest of a photograph. */
export const digestAt = async (desk: Desk, { sha256 }: Kept): Promise<string> =>
  digestOf(await desk.bytes(`/v1/photographs/${sha256}`));

/** Throws until all photographs of a case are there. */
export async function photographsArrive(desk: Desk, caseId: string): Promise<void> {
  const { photographs = [] } = await matterAt(desk, `/v1/cases/${caseId}`);
  const missing = photographs.filter(({ arrived }) => !arrived);
  if (photographs.length === 0 || missing.length > 0) throw new Error(`${caseId} lacks photographs`);
}
