import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { csvLine } from '@vestigo/bulk';
import type { Log, ReadStore } from '@vestigo/kernel';
import { FILE, type ImportFolder, openImportFolder } from '../imports/import-folder';
import { begun, type ImportMode, type ImportState } from '../imports/import-state';
import { importsLoop } from '../imports/imports.loop';
import type { KnownDirectory } from '../known-directory';
import { traceLinks, trailReader } from '../trails';
import { emptyDirectory } from './empty-directory';
import { onePhotograph } from './sample-forms';

/** Id of the import that is taken. */
export const id = '01980000-0000-7000-8000-0000000000a1';

/** What the desk works with. */
export interface ImportParts {
  /** A folder of its own. */
  readonly place: string;
  readonly log: Log;
  readonly readStore: ReadStore;
  readonly now: number;
}

/** The desk of Trinidad and Tobago and what it imports. */
export interface ImportDesk {
  readonly folder: ImportFolder;
  take(text: string, mode: ImportMode): Promise<void>;
  /** Runs the loop until the import has come to its end, or the loop fails. */
  work(parts?: Partial<{ readonly log: Log; readonly directory: KnownDirectory }>): Promise<ImportState>;
}

export function importDesk({ place, log: own, readStore, now }: ImportParts): ImportDesk {
  const folder = openImportFolder(join(place, 'imports'));
  const links = readStore.open(traceLinks);
  return {
    folder,
    async take(text, mode) {
      const arriving = await folder.arriving(id);
      await writeFile(join(arriving, FILE), text);
      const about = { state: 'TTO', actor: 'officer', form: 'text/csv', sha256: '', takenAt: '' } as const;
      await folder.take(arriving, begun({ id, mode, bytes: text.length, ...about }));
    },
    async work({ log = own, directory = emptyDirectory } = {}) {
      const stopping = new AbortController();
      const trailOf = trailReader(log, links);
      const known = { directory, trailOf, photographs: onePhotograph };
      const loop = importsLoop({ log, folder, now: () => now, ...known });
      const running = loop.run(stopping.signal);
      try {
        while ((await loop.behind()) > 0) await Promise.race([sleep(10), running]);
      } finally {
        stopping.abort();
        await running.catch(() => undefined);
      }
      const state = await folder.find(id);
      if (!state) throw new Error('The import is gone.');
      return state;
    },
  };
}

const columns = {
  ...{ respondingState: 'USA', priority: 'ROUTINE', illicitGrounds: 'ILL_NATLAW', legalBasis: 'Act 1' },
  ...{ intendedUse: 'INVESTIGATION', acquisitionMode: 'SEIZED', parentRequestId: '', 'item.followsItem': '' },
  ...{ 'item.kind': 'ARM', 'item.type': 'REVOLVER', 'item.serial.asObserved': 'A1' },
  ...{ 'item.serial.part': 'FRAME_RECEIVER', 'item.serial.condition': 'INTACT' },
};
type Row = Readonly<Partial<Record<keyof typeof columns, string>>>;

export const rowOf = (said: Row = {}): string => csvLine(Object.values({ ...columns, ...said }));
export const fileOf = (rows: readonly string[]): string => csvLine(Object.keys(columns)) + rows.join('');
