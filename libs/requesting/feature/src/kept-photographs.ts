import type { KnownPhotographs } from '@vestigo/http';
import type { DraftContent, KeptPhotograph } from '@vestigo/requesting/domain';

/** The photographs that the State has, among those that a request names. */
export async function keptAmong(
  { photographs = [] }: Pick<DraftContent, 'photographs'>,
  state: string,
  known: KnownPhotographs,
): Promise<readonly KeptPhotograph[]> {
  const named = new Set(photographs.map(({ sha256 }) => sha256));
  const looks = [...named].map(async (sha256) => {
    const seen = await known.look(state, sha256);
    return seen ? [{ sha256, mediaType: seen.mediaType, bytes: seen.bytes }] : [];
  });
  return (await Promise.all(looks)).flat();
}
