import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { openSnapshot, type Snapshot } from '@vestigo/sqlite';
import { copyDurably, sha256Of } from './durable-files';
import { type Tally, totalOf } from './figures';
import { foldViews } from './fold-views';
import { censusOf } from './log-census';
import { isPhotograph, KEY, LOG, type Manifest, readManifest, type StoredFile } from './manifest';
import { inWords, UnusableBackup } from './unusable-backup';

/** What was seen of a backup that is good. */
export interface Seen {
  readonly manifest: Manifest;
  readonly photographs: SeenPhotographs;
  readonly pairs: number;
  readonly total: Tally;
}

/** Photographs, and parts of those on their way. */
export interface SeenPhotographs {
  readonly files: number;
  readonly bytes: number;
  /** Names of those whose bytes are not those of their names: so they were copied. */
  readonly damaged: readonly string[];
}

/** Restores a backup into a scratch folder, looks at all of it, and removes the folder. Throws `UnusableBackup`. */
export async function verifyBackup(backup: string): Promise<Seen> {
  const scratch = await mkdtemp(join(tmpdir(), 'vestigo-verify-'));
  try {
    return await rebuild(backup, scratch);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/**
 * Makes an empty folder a data folder from a backup, every byte checked against the manifest and the views folded: an
 * exchange that starts on it knows every desk's clock before the first message arrives. Throws `UnusableBackup`.
 */
export async function rebuild(backup: string, into: string): Promise<Seen> {
  const manifest = readManifest(backup);
  try {
    for (const file of manifest.files) await take(file, backup, into);
    for (const { name } of manifest.files)
      if (name !== KEY && !isPhotograph(name)) lookAt(join(into, name), soundness(join(backup, name)));
    lookAt(join(into, LOG), (snapshot) => {
      const { events, digest } = censusOf(snapshot.logEntries());
      if (digest === manifest.log.digest) return;
      throw new UnusableBackup(
        `The log of ${backup} holds ${events} events, not the ${manifest.log.events} that were copied. Use another backup.`,
      );
    });
    const figures = await foldViews(into);
    return { manifest, photographs: photographsOf(manifest), pairs: figures.size, total: totalOf(figures) };
  } catch (error) {
    throw inWords(error, into);
  }
}

function photographsOf({ files }: Manifest): SeenPhotographs {
  const photographs = files.filter(({ name }) => isPhotograph(name));
  const isWrong = ({ name, sha256 }: StoredFile) => !name.includes('/incoming/') && !name.endsWith(sha256);
  return {
    files: photographs.length,
    bytes: photographs.reduce((sum, { bytes }) => sum + bytes, 0),
    damaged: photographs.filter(isWrong).map(({ name }) => name),
  };
}

async function take({ name, bytes, sha256 }: StoredFile, backup: string, into: string): Promise<void> {
  const [from, to] = [join(backup, name), join(into, name)];
  if (!existsSync(from)) throw new UnusableBackup(`${from} is missing. Use another backup.`);
  await mkdir(dirname(to), { recursive: true });
  await copyDurably(from, to);
  if ((await stat(to)).size === bytes && (await sha256Of(to)) === sha256) return;
  throw new UnusableBackup(`${from} is damaged: it is not what was written. Use another backup.`);
}

const soundness = (file: string) => (snapshot: Snapshot) => {
  const flaws = snapshot.flaws();
  if (flaws.length > 0)
    throw new UnusableBackup(`${file} is damaged (${flaws.join('; ')}). Use another backup.`);
};

function lookAt(file: string, look: (snapshot: Snapshot) => void): void {
  const snapshot = openSnapshot(file);
  try {
    look(snapshot);
  } finally {
    snapshot.close();
  }
}
