import { writeSync } from 'node:fs';
import { openSqliteEventStore } from '@vestigo/sqlite';
import { plannedAppend } from './plan';

/** Appends until it is killed. Each line it writes is an acknowledgement: caller, turn, version, position. */
async function write(file: string, seed: string, turns: readonly number[]): Promise<void> {
  const store = openSqliteEventStore({ file });
  await Promise.all(
    turns.map(async (next, caller) => {
      for (let turn = next; ; turn += 1) {
        const { stream, expected, events } = plannedAppend(seed, caller, turn);
        const { version, position } = await store.append(stream, expected, events);
        writeSync(1, `${caller} ${turn} ${version} ${position}\n`);
      }
    }),
  );
}

const [file = '', seed = '', turns = '[]'] = process.argv.slice(2);
void write(file, seed, JSON.parse(turns) as readonly number[]);
