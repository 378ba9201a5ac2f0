import { openThreadedEventStore } from '@vestigo/sqlite';
import { plannedAppend } from './plan';

/** Appends until it is killed. Each line it writes is an acknowledgement: caller, turn, version, position. */
async function write(file: string, seed: string, turns: readonly number[]): Promise<void> {
  const store = openThreadedEventStore({ file });
  await Promise.all(
    turns.map(async (next, caller) => {
      for (let turn = next; ; turn += 1) {
        const { stream, expected, events } = plannedAppend(seed, caller, turn);
        const { version, position } = await store.append(stream, expected, events);
        // Never writeSync: beside a worker the pipe does not block, and a reader who is late would end the writer.
        process.stdout.write(`${caller} ${turn} ${version} ${position}\n`);
      }
    }),
  );
}

const [file = '', seed = '', turns = '[]'] = process.argv.slice(2);
void write(file, seed, JSON.parse(turns) as readonly number[]);
