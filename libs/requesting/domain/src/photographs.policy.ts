import type { Fault } from '@vestigo/kernel';
import type { DraftContent, Photograph } from './request-content';
import { told } from './told';

/** What is true of a photograph that the desk has. */
export type KeptPhotograph = Pick<Photograph, 'sha256' | 'mediaType' | 'bytes'>;

/** A digest proves which picture was meant only while somebody has the picture: the State asked is sent what is kept, and no other. */
export function photographsAreKept(
  { photographs = [] }: DraftContent,
  kept: readonly KeptPhotograph[],
): readonly Fault[] {
  return photographs.flatMap(({ sha256, mediaType, bytes }, index) => {
    const pointer = `/photographs/${String(index)}`;
    const own = kept.find((one) => one.sha256 === sha256);
    if (!own) return [{ pointer: `${pointer}/sha256`, detail: notKept }];
    return [
      ...told(mediaType !== own.mediaType, `${pointer}/mediaType`, `must be ${own.mediaType}, as it is kept`),
      ...told(bytes !== own.bytes, `${pointer}/bytes`, `must be ${String(own.bytes)}, as it is kept`),
    ];
  });
}

const notKept =
  'must be the digest of a photograph that your State has sent in: send it with POST /v1/photographs, and give the digest that this answers with';
