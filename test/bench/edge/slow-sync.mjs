import { basename } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

// Loaded before a program: each durable commit takes two milliseconds more, as on a disk with a slower sync.
const more = 2;
const full = 2;

const clock = new Int32Array(new SharedArrayBuffer(4));
const slowed = new Set();
const { exec, prepare } = DatabaseSync.prototype;

DatabaseSync.prototype.exec = function (sql) {
  exec.call(this, sql);
  if (sql === 'COMMIT' && isDurable(this)) sleepOn(this);
};

DatabaseSync.prototype.prepare = function (sql) {
  const statement = prepare.call(this, sql);
  if (sql !== 'COMMIT' || !isDurable(this)) return statement;
  const { run } = statement;
  statement.run = () => {
    const result = run.call(statement);
    sleepOn(this);
    return result;
  };
  return statement;
};

function isDurable(db) {
  return prepare.call(db, 'PRAGMA synchronous').get().synchronous === full;
}

function sleepOn(db) {
  Atomics.wait(clock, 0, 0, more);
  slowed.add(db);
}

// A commit that goes another way would be as quick as ever, and the figure a lie.
process.on('SIGTERM', () => {
  if (![...slowed].some((db) => basename(db.location()) === 'log.db')) process.exit(1);
});
