import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rm, stat } from 'node:fs/promises';
import { findPackageJSON } from 'node:module';
import { join } from 'node:path';
import { photographSettings } from '@vestigo/photographs';
import type { Environment } from '@vestigo/service';
import { openSnapshot, type Snapshot } from '@vestigo/sqlite';
import { copyDurably, liesIn, sha256Of, sync } from './durable-files';
import { censusOf } from './log-census';
import { copyPhotographs } from './copy-photographs';
import { KEY, LOG, STORED, type StoredFile, TRANSPORT, writeManifest } from './manifest';
import { codeOf, inWords, UnusableBackup } from './unusable-backup';

export interface BackupOrder {
  /** The data folder of an exchange, which may be running. */
  readonly data: string;
  /** Tells where its photographs are, if not in the data folder. */
  readonly env?: Environment;
  /** Folder of all backups; made when it is not there. */
  readonly to: string;
  readonly now: Date;
}

/**
 * Copies a data folder into a new folder named after the instant, and resolves with its name. The manifest is written last:
 * a folder without one is no backup. Throws `UnusableBackup`, with nothing left behind.
 */
export async function takeBackup({ data, env = {}, to, now }: BackupOrder): Promise<string> {
  if (!existsSync(join(data, LOG))) {
    throw new UnusableBackup(`${data} holds no log of an exchange. Name its data folder in VESTIGO_DATA.`);
  }
  if (liesIn(data, to)) {
    throw new UnusableBackup(`${to} lies in the data folder. Name a folder elsewhere, best on another disk.`);
  }
  const folder = await newFolder(to, now);
  try {
    if (existsSync(join(data, KEY))) await copyDurably(join(data, KEY), join(folder, KEY));
    if (existsSync(join(data, TRANSPORT))) await copyDatabase(TRANSPORT, data, folder, () => undefined);
    const log = await copyDatabase(LOG, data, folder, (snapshot) => censusOf(snapshot.logEntries()));
    const photographs = await copyPhotographs(photographSettings(env, data).folder, folder);
    const files: StoredFile[] = [];
    for (const name of [...STORED.filter((one) => existsSync(join(folder, one))), ...photographs]) {
      files.push(await describe(folder, name));
    }
    await writeManifest(folder, { software: softwareVersion(), takenAt: now.toISOString(), log, files });
    await sync(to);
    return folder;
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw inWords(error, folder);
  }
}

/** Resolves with what `look` saw in the database that was copied. */
async function copyDatabase<Seen>(
  name: string,
  data: string,
  folder: string,
  look: (snapshot: Snapshot) => Seen,
): Promise<Seen> {
  const snapshot = openSnapshot(join(data, name));
  try {
    const seen = look(snapshot);
    await snapshot.copyTo(join(folder, name));
    await sync(join(folder, name));
    return seen;
  } finally {
    snapshot.close();
  }
}

async function describe(folder: string, name: string): Promise<StoredFile> {
  const path = join(folder, name);
  return { name, bytes: (await stat(path)).size, sha256: await sha256Of(path) };
}

function softwareVersion(): string {
  const path = findPackageJSON('..', __filename);
  const content: unknown = path === undefined ? undefined : JSON.parse(readFileSync(path, 'utf8'));
  const version =
    typeof content === 'object' && content && 'version' in content ? content.version : undefined;
  return typeof version === 'string' ? version : 'unknown';
}

async function newFolder(to: string, now: Date): Promise<string> {
  const folder = join(to, `${now.toISOString().slice(0, 19).replaceAll(':', '-')}Z`);
  try {
    await mkdir(to, { recursive: true, mode: 0o700 });
    await mkdir(folder, { mode: 0o700 });
    return folder;
  } catch (error) {
    if (codeOf(error) === 'EEXIST' && existsSync(folder)) {
      throw new UnusableBackup(`${folder} is there already. Take the next backup a second later.`);
    }
    throw inWords(error, to);
  }
}
