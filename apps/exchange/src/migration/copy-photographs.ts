import { readFile } from 'node:fs/promises';
import { digestOf, openPhotographStore, type PlacedPhotograph, photographsIn } from '@vestigo/photographs';
import { CannotMigrate } from './cannot-migrate';
import { Lines } from './compare-views';
import type { Finding } from './finding';
import type { PhotographPlaces } from './photograph-places';

export interface CopiedPhotographs {
  readonly copied: number;
  /** Those that stood in the target before. */
  readonly there: number;
}

/**
 * Copies every photograph that is not in the target yet; each appears whole, under the digest of its bytes. So what stands there needs
 * no second look, whenever the copying was cut short. Throws `CannotMigrate` for one that is damaged.
 */
export async function copyPhotographs({ sources, target }: PhotographPlaces): Promise<CopiedPhotographs> {
  let [copied, there] = [0, 0];
  if (target === undefined) return { copied, there };
  const kept = openPhotographStore({ folder: target, quota: Infinity });
  for await (const photograph of photographsIn(sources)) {
    const { state, sha256 } = photograph;
    if (await kept.has(state, sha256)) {
      there += 1;
      continue;
    }
    await kept.keep(state, await bytesOf(photograph));
    copied += 1;
  }
  return { copied, there };
}

async function bytesOf({ file, sha256 }: PlacedPhotograph): Promise<Buffer> {
  const bytes = await readFile(file);
  if (digestOf(bytes) === sha256) return bytes;
  throw new CannotMigrate(
    `${file} is damaged: its bytes are not those of its name. Take it from a backup, or remove it, and run this again: it goes on where it ended.`,
  );
}

/** Reads every photograph of both sides and compares their States, names and digests. */
export async function comparePhotographs({ sources, target }: PhotographPlaces): Promise<Finding> {
  const [left, right] = [new Lines(), new Lines()];
  const others = linesOf(target === undefined ? [] : [target]);
  let first: string | undefined;
  const compare = (line: string | undefined, other: string | undefined) => {
    if (line !== undefined) left.add(line);
    if (other !== undefined) right.add(other);
    if (line !== other) first ??= line ?? other;
  };
  for await (const line of linesOf(sources)) compare(line, (await others.next()).value ?? undefined);
  for await (const other of others) compare(undefined, other);
  return { what: 'Photographs', source: left.text('files'), target: right.text('files'), first };
}

/** Each with the digest of its bytes as they are, whatever its name says. */
async function* linesOf(folders: readonly string[]): AsyncGenerator<string, void> {
  for await (const { state, sha256, file } of photographsIn(folders)) {
    yield `${state} ${sha256} ${digestOf(await readFile(file))}`;
  }
}
