import { ReadReq, type ReadResp } from '@eventstore/db-client/generated/streams_pb';
import type { ServerWritableStream } from '@grpc/grpc-js';
import type { LogRecord, StandInLog } from './stand-in-log';
import { filterOf, messages, nameOf } from './stand-in-messages';

export type ReadCall = ServerWritableStream<ReadReq, ReadResp>;

/** The server's own size of a page when a filter names none. */
const pageSize = 32;

/** A read of a stream or of the log, forwards from a place included, backwards from a place excluded. */
export async function read(log: StandInLog, call: ReadCall, options: ReadReq.Options): Promise<void> {
  const send = outletOf(call);
  const found = options.hasStream() ? inStream(log, options) : inLog(log, options);
  if (typeof found === 'string') call.write(messages.streamNotFound(found));
  else for (const record of found.slice(0, Number(options.getCount()))) await send(messages.event(record));
  call.end();
}

function inStream(log: StandInLog, options: ReadReq.Options): readonly LogRecord[] | string {
  const stream = options.getStream();
  const name = nameOf(stream?.getStreamIdentifier());
  const records = log.kept(name);
  if (records.length === 0) return name;
  const from = stream?.hasRevision() ? Number(stream.getRevision()) : 0;
  return records.filter(({ revision }) => revision >= from);
}

function inLog(log: StandInLog, options: ReadReq.Options): readonly LogRecord[] {
  const all = options.getAll();
  const place = Number(all?.getPosition()?.getCommitPosition() ?? 0);
  if (options.getReadDirection() === ReadReq.Options.ReadDirection.FORWARDS)
    return all?.hasEnd() ? [] : log.records.slice(log.indexAt(place));
  return log.records.slice(0, all?.hasEnd() ? log.records.length : log.indexAt(place)).reverse();
}

/**
 * A subscription to the log. Its checkpoints are as inexact as the server's: while it catches up, they name the beginning
 * of the last page that was looked through, and live every so many records.
 */
export async function subscribe(log: StandInLog, call: ReadCall, options: ReadReq.Options): Promise<void> {
  const passes = filterOf(options);
  const filter = options.getFilter();
  const page = filter?.hasMax() ? filter.getMax() : pageSize;
  const interval = page * (filter?.getCheckpointintervalmultiplier() ?? Infinity);
  const start = options.getAll()?.getPosition()?.getCommitPosition();
  let reached = start === undefined ? -1 : Number(start);
  let looked = 0;
  const send = outletOf(call);
  call.write(messages.confirmation());

  for (let next = log.indexAt(reached + 1); next < log.records.length;) {
    const first = log.records[next]?.position ?? 0;
    for (const record of log.records.slice(next, next + page)) {
      next += 1;
      looked += 1;
      if (!passes(record)) continue;
      await send(messages.event(record));
      reached = record.position;
      if (isOver(call)) return;
    }
    reached = Math.max(reached, first);
    if (filter && (looked >= interval || next === log.records.length)) {
      looked %= interval;
      call.write(messages.checkpoint(reached));
    }
  }

  if (isOver(call)) return;
  call.write(messages.caughtUp());
  let passed = 0;
  const stop = log.onRecord((record) => {
    if (passes(record)) call.write(messages.event(record));
    passed += 1;
    if (!filter || passed < interval) return;
    passed = 0;
    call.write(messages.checkpoint(record.position));
  });
  call.on('cancelled', stop).on('close', stop).on('error', stop);
}

/** Writes as fast as the other side reads. */
function outletOf(call: ReadCall): (message: ReadResp) => Promise<void> {
  let flow = (): void => undefined;
  for (const event of ['drain', 'cancelled', 'close', 'error']) {
    call.on(event, () => {
      flow();
    });
  }
  return async (message) => {
    if (isOver(call) || call.write(message) || isOver(call)) return;
    await new Promise<void>((resolve) => {
      flow = resolve;
    });
  };
}

/** Whatever is written after the end of a call hides the status that it ends with. */
function isOver(call: ReadCall): boolean {
  return call.cancelled || call.destroyed || call.writableEnded;
}
