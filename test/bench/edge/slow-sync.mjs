import { basename } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { BroadcastChannel, isMainThread } from 'node:worker_threads';

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
  const name = basename(db.location());
  if (slowed.has(name)) return;
  slowed.add(name);
  channel.postMessage(name);
}

// A commit that goes another way would be as quick as ever, and the figure a lie. The log may have a thread of its own.
const channel = new BroadcastChannel('slowed');
channel.unref();
if (isMainThread) {
  channel.onmessage = ({ data }) => slowed.add(data);
  process.on('SIGTERM', () => {
    if (!slowed.has('log.db')) process.exit(1);
  });
}
