import { hash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Rejection } from '@vestigo/kernel';
import { ifThere, writeDurably } from './durable-file';
import { bytesIn } from './folder-size';
import { headOf, type PictureHead } from './picture-head';

export interface PhotographSettings {
  readonly folder: string;
  /** Bytes that the photographs of one State may take. */
  readonly quota: number;
}

/** Photographs of each State by the digest of their bytes, in files outside the log. */
export interface PhotographStore {
  readonly folder: string;
  /** Keeps bytes durably, once, and resolves with their digest. Throws `Rejection` where the State's quota is reached. */
  keep(state: string, bytes: Uint8Array): Promise<string>;
  has(state: string, sha256: string): Promise<boolean>;
  read(state: string, sha256: string): Promise<Buffer | undefined>;
  /** What its head tells of it, without the rest being read. */
  look(state: string, sha256: string): Promise<PictureHead | undefined>;
  /** Throws `Rejection` where the State has no room for as many bytes more. */
  makeSureOfRoom(state: string, bytes: number): Promise<void>;
}

/** Milliseconds for which a count of what lies in a folder is good; what is added meanwhile is counted on. */
const countLasts = 60_000;

export const digestOf = (bytes: Uint8Array): string => hash('sha256', bytes, 'hex');

/** Only what is a digest and a State becomes part of a path. */
const isDigest = (text: string) => /^[0-9a-f]{64}$/.test(text);
const isCode = (text: string) => /^[A-Z]{3}$/.test(text);

export function openPhotographStore({ folder, quota }: PhotographSettings): PhotographStore {
  const counts = new Map<string, { readonly countedAt: number; bytes: number }>();
  const placeOf = (state: string, sha256: string): string | undefined =>
    isCode(state) && isDigest(sha256) ? join(folder, state, sha256.slice(0, 2), sha256) : undefined;

  async function takenBy(state: string) {
    const known = counts.get(state);
    if (known && performance.now() - known.countedAt < countLasts) return known;
    const counted = { countedAt: performance.now(), bytes: await bytesIn(join(folder, state)) };
    counts.set(state, counted);
    return counted;
  }

  async function has(state: string, sha256: string): Promise<boolean> {
    const place = placeOf(state, sha256);
    return place !== undefined && (await stat(place).catch(ifThere)) !== undefined;
  }

  async function makeSureOfRoom(state: string, bytes: number): Promise<void> {
    const taken = await takenBy(state);
    if (taken.bytes + bytes > quota) throw quotaReached();
    taken.bytes += bytes;
  }

  return {
    folder,
    has,
    makeSureOfRoom,
    async keep(state, bytes) {
      const sha256 = digestOf(bytes);
      const place = placeOf(state, sha256);
      if (place === undefined) throw new Error('A photograph belongs to a State.');
      if (await has(state, sha256)) return sha256;
      await makeSureOfRoom(state, bytes.length);
      await writeDurably(place, bytes);
      return sha256;
    },
    async read(state, sha256) {
      const place = placeOf(state, sha256);
      return place === undefined ? undefined : readFile(place).catch(ifThere);
    },
    async look(state, sha256) {
      const place = placeOf(state, sha256);
      return place === undefined ? undefined : headOf(place).catch(ifThere);
    },
  };
}

const quotaReached = () =>
  new Rejection(
    'conflict',
    'photograph-quota-reached',
    'The photographs of your State take all the room they have. Ask the operator for more.',
  );
