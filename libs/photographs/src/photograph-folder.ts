import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ifThere } from './durable-file';

/** A photograph in a folder of photographs. */
export interface PlacedPhotograph {
  readonly state: string;
  readonly sha256: string;
  readonly file: string;
}

/**
 * Every whole photograph in any of these folders, each State's once, in the order of their names; parts of those on their way are left
 * out, and so is what was never written to its end.
 */
export async function* photographsIn(folders: readonly string[]): AsyncGenerator<PlacedPhotograph, void> {
  for (const state of await namesIn(folders, /^[A-Z]{3}$/)) {
    const ofState = folders.map((folder) => join(folder, state));
    for (const begin of await namesIn(ofState, /^[0-9a-f]{2}$/)) {
      const places = ofState.map((folder) => join(folder, begin));
      const taken = new Map<string, string>();
      for (const place of places.toReversed()) {
        for (const name of await namesIn([place], /^[0-9a-f]{64}$/)) taken.set(name, join(place, name));
      }
      for (const [sha256, file] of [...taken].toSorted(([one], [other]) => (one < other ? -1 : 1))) {
        if (sha256.startsWith(begin)) yield { state, sha256, file };
      }
    }
  }
}

async function namesIn(folders: readonly string[], form: RegExp): Promise<readonly string[]> {
  const names = new Set<string>();
  for (const folder of folders) {
    for (const name of (await readdir(folder).catch(ifThere)) ?? []) if (form.test(name)) names.add(name);
  }
  return [...names].sort();
}
