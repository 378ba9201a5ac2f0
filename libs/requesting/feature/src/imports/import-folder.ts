import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ImportReport, ImportState } from './import-state';

/**
 * Where imports lie: each is a folder, which stands under `arriving` while its file comes in, under `under-way` once it is taken and under
 * `ended` when all is done, without the file. A folder moves in one step that survives a power cut.
 */
export interface ImportFolder {
  /** An empty folder for a file that comes in, beside those of earlier tries. */
  arriving(id: string): Promise<string>;
  /** Takes what has arrived in a folder. */
  take(arrived: string, state: ImportState): Promise<void>;
  find(id: string): Promise<ImportState | undefined>;
  reportOf(id: string): Promise<ImportReport>;
  underWay(): Promise<readonly string[]>;
  /** All imports of a State, the newest first. */
  ofState(state: string): Promise<readonly ImportState[]>;
  fileOf(id: string): string;
  save(state: ImportState): Promise<void>;
  saveReport(id: string, report: ImportReport): Promise<void>;
  end(state: ImportState): Promise<void>;
  /** Removes what an earlier process left half arrived. */
  tidy(): Promise<void>;
}

/** Milliseconds after which nothing arrives any more: a body has half a minute. */
const arrivesNoMore = 3_600_000;

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;
const stateFile = 'import.json';
const reportFile = 'report.json';

export const FILE = 'file';

export function openImportFolder(folder: string): ImportFolder {
  const places = {
    arriving: join(folder, 'arriving'),
    underWay: join(folder, 'under-way'),
    ended: join(folder, 'ended'),
  };

  /** What moves meanwhile moves from the first of these to the second. */
  async function readIn(id: string, name: string): Promise<unknown> {
    if (!uuid.test(id)) return undefined;
    for (const place of [places.underWay, places.ended]) {
      const text = await readFile(join(place, id, name), 'utf8').catch(ifThere);
      if (text !== undefined) return JSON.parse(text);
    }
    return undefined;
  }

  async function move(from: string, to: string): Promise<void> {
    await mkdir(dirname(to), { recursive: true, mode: 0o700 });
    await rename(from, to);
    await sync(dirname(to));
  }

  async function find(id: string): Promise<ImportState | undefined> {
    const kept = await readIn(id, stateFile);
    return isState(kept) ? kept : undefined;
  }

  const namesIn = async (place: string) => (await readdir(place).catch(ifThere)) ?? [];

  const save = (state: ImportState) => writeWhole(join(places.underWay, state.id, stateFile), state);

  return {
    async arriving(id) {
      await mkdir(places.arriving, { recursive: true, mode: 0o700 });
      const arriving = join(places.arriving, `${id}.${randomUUID()}`);
      await mkdir(arriving, { mode: 0o700 });
      return arriving;
    },
    async take(arrived, state) {
      await writeWhole(join(arrived, stateFile), state);
      await move(arrived, join(places.underWay, state.id));
    },
    find,
    async reportOf(id) {
      const kept = await readIn(id, reportFile);
      return isReport(kept) ? kept : [];
    },
    underWay: () => namesIn(places.underWay),
    async ofState(state) {
      // One that ends meanwhile stands under both.
      const ids = new Set([...(await namesIn(places.underWay)), ...(await namesIn(places.ended))]);
      const found: ImportState[] = [];
      for (const id of ids) {
        const one = await find(id);
        if (one?.state === state) found.push(one);
      }
      return found.sort((one, other) => (placeOf(one) < placeOf(other) ? 1 : -1));
    },
    fileOf: (id) => join(places.underWay, id, FILE),
    save,
    saveReport: (id, report) => writeWhole(join(places.underWay, id, reportFile), report),
    async end(state) {
      await save(state);
      // The file holds what is protected, and the log holds all that came of it.
      await rm(join(places.underWay, state.id, FILE), { force: true });
      await move(join(places.underWay, state.id), join(places.ended, state.id));
    },
    async tidy() {
      for (const name of await namesIn(places.arriving)) {
        const arriving = join(places.arriving, name);
        const { mtimeMs = Infinity } = (await stat(arriving).catch(ifThere)) ?? {};
        if (Date.now() - mtimeMs > arrivesNoMore) await rm(arriving, { recursive: true, force: true });
      }
    },
  };
}

const placeOf = ({ takenAt, id }: ImportState) => `${takenAt} ${id}`;

/** Nobody else writes these files, and each appears whole. */
const isState = (kept: unknown): kept is ImportState =>
  typeof kept === 'object' && kept !== null && 'status' in kept;
const isReport = (kept: unknown): kept is ImportReport => Array.isArray(kept);

/** The file appears whole or not at all, and survives a power cut. */
async function writeWhole(file: string, value: object): Promise<void> {
  const draft = `${file}.draft`;
  const handle = await open(draft, 'w', 0o600);
  try {
    await handle.writeFile(JSON.stringify(value));
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(draft, file);
  await sync(dirname(file));
}

async function sync(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Nothing where there is no such file; every other failure is one. */
function ifThere(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
