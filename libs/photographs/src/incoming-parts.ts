import { readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Rejection } from '@vestigo/kernel';
import type { PhotographPart } from '@vestigo/protocol';
import { ifThere, writeDurably } from './durable-file';
import { mediaTypeOf } from './media-type';
import { digestOf, type PhotographStore } from './photograph-store';

/** `whole`: the photograph is there; `waiting`: other parts are not; `discarded`: it is not what its digest says, or there is no room. */
export type Taken = 'whole' | 'waiting' | 'discarded';

/**
 * Takes in one part of a photograph that another State sends. Parts may come in any order, again and again, before or after the
 * request that they belong to, and the process may end between any two of them: what was taken lies in a file.
 */
export async function takePart(store: PhotographStore, part: PhotographPart): Promise<Taken> {
  const { from, to, sha256, index, count, content } = part;
  if (await store.has(to, sha256)) return 'whole';
  const folder = join(store.folder, to, 'incoming', `${sha256}.${from}.${String(count)}`);
  const file = (number: number) => join(folder, String(number));
  const bytes = Buffer.from(content, 'base64');
  if ((await stat(file(index)).catch(ifThere)) === undefined) {
    if (!(await hasRoom(store, to, bytes.length))) return 'discarded';
    await writeDurably(file(index), bytes);
  }
  const parts: Buffer[] = [];
  for (let number = 0; number < count; number += 1) {
    const taken = await readIfThere(file(number));
    if (!taken) return (await store.has(to, sha256)) ? 'whole' : 'waiting';
    parts.push(taken);
  }
  const whole = Buffer.concat(parts);
  const isGood = digestOf(whole) === sha256 && mediaTypeOf(whole) !== undefined;
  const kept = isGood && (await keeps(store, to, whole));
  await rm(folder, { recursive: true, force: true });
  return kept ? 'whole' : 'discarded';
}

const readIfThere = (file: string): Promise<Buffer | undefined> => readFile(file).catch(ifThere);

const hasRoom = (store: PhotographStore, state: string, bytes: number) =>
  store.makeSureOfRoom(state, bytes).then(
    () => true,
    (error: unknown) => noRoom(error),
  );

const keeps = (store: PhotographStore, state: string, bytes: Buffer) =>
  store.keep(state, bytes).then(
    () => true,
    (error: unknown) => noRoom(error),
  );

/** A State whose room is full must not hold up the requests behind the photograph. */
function noRoom(error: unknown): false {
  if (error instanceof Rejection) return false;
  throw error;
}
