import { createRequire } from 'node:module';
import { closeSync, fsyncSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { courseOfRequests } from './events.mjs';
import { openRawLog } from './raw-log.mjs';

const require = createRequire(import.meta.url);

/** A project of the build by its folder: `adapters/sqlite`. */
export function library(dist, name) {
  return require(join(dist, 'libs', name, 'src', 'index.js'));
}

/** An empty log as the event store makes it. */
export async function emptyLog(dist, folder, name) {
  const file = join(folder, `${name}.db`);
  await library(dist, 'adapters/sqlite').openSqliteEventStore({ file }).close();
  return file;
}

const filled = new Map();

/** A log of `size` events on the disk; made once, since a million take some time. */
export async function filledLog(dist, folder, size) {
  const made = filled.get(size);
  if (made) return made;
  const file = await emptyLog(dist, folder, `log-of-${size}`);
  const raw = openRawLog(file, { settings: ['journal_mode = OFF', 'synchronous = OFF'] });
  const events = courseOfRequests(library(dist, 'adapters/sqlite').createUuidV7());
  const batch = [];
  for (let count = 1; count <= size; count += 1) {
    const { value } = events.next();
    batch.push(value);
    if (batch.length === 5000 || count === size) raw.append(batch.splice(0), value.event.event.occurredAt);
  }
  raw.close();
  sync(file);
  filled.set(size, file);
  return file;
}

/** What is still on its way to the disk would slow the first sync that is measured. */
export function sync(file) {
  const descriptor = openSync(file, 'r+');
  fsyncSync(descriptor);
  closeSync(descriptor);
}

/** So many callers at once, each waiting for its append before the next. */
export async function appendFrom(callers, store, entries) {
  let next = 0;
  const call = async () => {
    while (next < entries.length) {
      const { stream, event } = entries[next++];
      await store.append(stream, 0, [event]);
    }
  };
  await Promise.all(Array.from({ length: callers }, call));
}
