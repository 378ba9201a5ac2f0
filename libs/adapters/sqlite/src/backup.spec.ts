import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freshStream, sampleEvents } from '@vestigo/kernel/testing';
import { openSnapshot } from './backup';
import { DamagedDatabase } from './database';
import { openSqliteEventStore } from './sqlite-event-store';
import { openSqliteReadStore } from './sqlite-read-store';

const folder = mkdtempSync(join(tmpdir(), 'vestigo-snapshot-'));
const at = (name: string) => join(folder, name);

afterAll(() => rmSync(folder, { recursive: true }));

const entriesIn = (file: string) => {
  const snapshot = openSnapshot(file);
  const entries = [...snapshot.logEntries()].map((entry) => ({ ...entry }));
  snapshot.close();
  return entries;
};

test('a copy holds what stood in the log when its snapshot was opened, whatever is written meanwhile', async () => {
  const store = openSqliteEventStore({ file: at('log.db') });
  const stream = freshStream();
  const events = sampleEvents(2000);
  await store.append(stream, 0, events);
  const snapshot = openSnapshot(at('log.db'));
  let version = events.length;
  const copied = new AbortController();
  const copying = snapshot.copyTo(at('copy.db')).then(() => {
    copied.abort();
  });
  do {
    await store.append(stream, version, sampleEvents(1));
    version += 1;
  } while (!copied.signal.aborted);
  await copying;
  expect(snapshot.flaws()).toEqual([]);
  snapshot.close();
  expect(entriesIn(at('copy.db'))).toEqual(
    events.map(({ id }, index) => ({ stream, version: index + 1, id, position: index + 1 })),
  );
  expect(entriesIn(at('log.db'))).toHaveLength(version);
  expect(statSync(at('copy.db')).mode & 0o777).toBe(0o600);
  await store.close();
});

test('a snapshot of views tells how far each was folded', async () => {
  const store = openSqliteReadStore({ file: at('views.db') });
  store.open({ name: 'late', version: '1', tables: [], schema: '' });
  const folded = store.open({ name: 'folded', version: '1', tables: [], schema: '' });
  await folded.advance(0, 7, () => undefined);
  const snapshot = openSnapshot(at('views.db'));
  expect(snapshot.checkpoints()).toEqual([
    { name: 'folded', checkpoint: 7 },
    { name: 'late', checkpoint: 0 },
  ]);
  snapshot.close();
  store.close();
});

test.each([
  ['text', 'no database at all'],
  ['zeros', Buffer.alloc(40_000)],
])('a file of %s is named as no database, to read and to write', (name, content) => {
  writeFileSync(at(name), content);
  const message = `${at(name)} is no database of an exchange, or a damaged one`;
  expect(() => openSnapshot(at(name))).toThrow(message);
  expect(() => openSqliteEventStore({ file: at(name) })).toThrow(message);
});

test('a database without events is no log', () => {
  writeFileSync(at('empty.db'), '');
  expect(() => openSnapshot(at('empty.db')).logEntries()).toThrow(DamagedDatabase);
});
