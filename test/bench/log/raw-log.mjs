import { DatabaseSync } from 'node:sqlite';

const insertion = `
  INSERT INTO event (position, stream, version, id, type, category, occurred_at, recorded_at,
    request_id, requesting, responding, code, imported, meta, data)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

/**
 * The table of the event store written by hand: same columns, same settings, no checks but those of its unique index.
 * The store has made the file before.
 */
export function openRawLog(file, { settings = ['journal_mode = WAL', 'synchronous = FULL'] } = {}) {
  const db = new DatabaseSync(file);
  for (const setting of [...settings, 'wal_autocheckpoint = 1024']) db.exec(`PRAGMA ${setting}`);
  const insert = db.prepare(insertion);
  let { position } = db.prepare('SELECT coalesce(max(position), 0) AS position FROM event').get();

  const write = ({ stream, version, event: { id, event, meta } }, recordedAt) => {
    position += 1;
    const { type, occurredAt, clock, data } = event;
    insert.run(
      ...[position, stream, version, id, type, stream.slice(0, stream.indexOf('-')), occurredAt, recordedAt],
      ...[clock.requestId, clock.requestingState, clock.respondingState, clock.code, 0],
      ...[JSON.stringify(meta), JSON.stringify(data)],
    );
  };

  return {
    /** One transaction for all of `entries`. */
    append(entries, recordedAt = Date.now()) {
      db.exec('BEGIN IMMEDIATE');
      for (const entry of entries) write(entry, recordedAt);
      db.exec('COMMIT');
    },
    /** Reads the columns and parses the payload of events up to `through`; returns how many there were. */
    readAndParse(through, page = 5000) {
      const select = db.prepare(
        `SELECT position, stream, type, occurred_at, recorded_at, request_id, requesting, responding, code, imported, data
         FROM event WHERE position > ? AND position <= ? ORDER BY position`,
      );
      select.setReturnArrays(true);
      let read = 0;
      for (let after = 0; after < through; after += page) {
        const rows = select.all(after, Math.min(after + page, through));
        for (const row of rows) if (JSON.parse(row[10]).priority !== undefined) read += 1;
      }
      return read;
    },
    close: () => db.close(),
  };
}
