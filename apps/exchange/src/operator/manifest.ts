import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { writeWhole } from './durable-files';
import type { LogCensus } from './log-census';
import { inWords, UnusableBackup } from './unusable-backup';

const file = 'manifest.json';
const format = 1;

export const KEY = 'issuer.jwk.json';
export const TRANSPORT = 'transport.db';
export const LOG = 'log.db';

/**
 * Files of a data folder that a backup holds, in the order they are copied. The log comes last: what the transport's copy
 * counts as taken has left its event in the log by then, and what it still carries comes from an event of the log.
 */
export const STORED = [KEY, TRANSPORT, LOG] as const;

/** Folder of the photographs. It is copied after the log: what a request in the log refers to is there by then. */
export const PHOTOGRAPHS = 'photographs';

/** A photograph, or a part of one that has not arrived whole. */
const photograph = `${PHOTOGRAPHS}/[A-Z]{3}/(?:[0-9a-f]{2}|incoming/[0-9a-f]{64}\\.[A-Z]{3}\\.\\d{1,3})/(?:[0-9a-f]{64}|\\d{1,3})`;

export const isPhotograph = (name: string): boolean => new RegExp(`^${photograph}$`).test(name);

export interface StoredFile {
  /** With the folders that it lies in, divided by `/`. */
  readonly name: string;
  readonly bytes: number;
  /** In hexadecimal digits. */
  readonly sha256: string;
}

/** What a backup says of itself. */
export interface Manifest {
  readonly format: typeof format;
  /** Version of the exchange that took it. */
  readonly software: string;
  /** ISO 8601, UTC. */
  readonly takenAt: string;
  /** Counted in the log that was copied, not in the copy. */
  readonly log: LogCensus;
  readonly files: readonly StoredFile[];
}

export async function writeManifest(folder: string, manifest: Omit<Manifest, 'format'>): Promise<void> {
  await writeWhole(join(folder, file), textOf({ format, ...manifest }));
}

/** Throws `UnusableBackup` when the folder is no backup or its manifest is not what was written. */
export function readManifest(folder: string): Manifest {
  if (!existsSync(folder)) throw new UnusableBackup(`There is no folder ${folder}.`);
  const path = join(folder, file);
  if (!existsSync(path)) {
    throw new UnusableBackup(
      `${folder} is no backup: it has no ${file}. A backup that was cut short has none either; use another one.`,
    );
  }
  const text = textIn(path);
  const manifest = parsed(text);
  if (isOtherFormat(manifest)) {
    throw new UnusableBackup(
      `${folder} is a backup of format ${manifest.format}; this version reads format ${format}. Use the version that wrote it.`,
    );
  }
  if (!isSealed(manifest)) throw damaged(path);
  const { seal: _, ...rest } = manifest;
  if (text !== textOf(rest)) throw damaged(path);
  return rest;
}

const damaged = (path: string) => new UnusableBackup(`${path} is damaged. Use another backup.`);

/** The seal is the digest of all the rest, so that no byte of it changes unseen. */
function textOf(manifest: Manifest): string {
  const seal = createHash('sha256').update(JSON.stringify(manifest)).digest('hex');
  return `${JSON.stringify({ ...manifest, seal }, null, 2)}\n`;
}

function textIn(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw inWords(error, path);
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isOtherFormat(manifest: unknown): manifest is { readonly format: number } {
  return (
    typeof manifest === 'object' &&
    manifest !== null &&
    'format' in manifest &&
    typeof manifest.format === 'number' &&
    manifest.format > format
  );
}

const object = (properties: Readonly<Record<string, object>>) => ({
  type: 'object',
  required: Object.keys(properties),
  additionalProperties: false,
  properties,
});
const count = { type: 'integer', minimum: 0 };
const digest = { type: 'string', pattern: '^[0-9a-f]{64}$' };

const isSealed = new Ajv().compile<Manifest & { readonly seal: string }>(
  object({
    format: { const: format },
    software: { type: 'string' },
    takenAt: { type: 'string' },
    log: object({ head: count, events: count, streams: count, digest }),
    files: {
      type: 'array',
      items: object({
        name: { anyOf: [{ enum: STORED }, { type: 'string', pattern: `^${photograph}$` }] },
        bytes: count,
        sha256: digest,
      }),
    },
    seal: digest,
  }),
);
