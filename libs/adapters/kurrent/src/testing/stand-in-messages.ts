import { Empty, StreamIdentifier, UUID } from '@eventstore/db-client/generated/shared_pb';
import { AppendResp, ReadResp, type ReadReq } from '@eventstore/db-client/generated/streams_pb';
import type { AppendOutcome, LogRecord } from './stand-in-log';

const ticksAMillisecond = 10_000n;

/** Reads answer with these. */
export const messages = {
  event(record: LogRecord): ReadResp {
    const { id, stream, revision, position, type, contentType, created, data, metadata } = record;
    const at = position.toString();
    const recorded = new ReadResp.ReadEvent.RecordedEvent()
      .setId(new UUID().setString(id))
      .setStreamIdentifier(identifier(stream))
      .setStreamRevision(revision.toString())
      .setCommitPosition(at)
      .setPreparePosition(at)
      .setData(data)
      .setCustomMetadata(metadata);
    recorded
      .getMetadataMap()
      .set('type', type)
      .set('content-type', contentType)
      .set('created', (BigInt(created) * ticksAMillisecond).toString());
    return new ReadResp().setEvent(new ReadResp.ReadEvent().setEvent(recorded).setCommitPosition(at));
  },
  checkpoint(position: number): ReadResp {
    const at = position.toString();
    return new ReadResp().setCheckpoint(
      new ReadResp.Checkpoint().setCommitPosition(at).setPreparePosition(at),
    );
  },
  confirmation(): ReadResp {
    return new ReadResp().setConfirmation(new ReadResp.SubscriptionConfirmation().setSubscriptionId('1'));
  },
  caughtUp(): ReadResp {
    return new ReadResp().setCaughtUp(new ReadResp.CaughtUp());
  },
  streamNotFound(stream: string): ReadResp {
    return new ReadResp().setStreamNotFound(
      new ReadResp.StreamNotFound().setStreamIdentifier(identifier(stream)),
    );
  },
};

export function appended(outcome: AppendOutcome): AppendResp {
  if ('wrong' in outcome) {
    const refusal = new AppendResp.WrongExpectedVersion().setExpectedAny(new Empty());
    if (outcome.wrong < 0) refusal.setCurrentNoStream(new Empty());
    else refusal.setCurrentRevision(outcome.wrong.toString());
    return new AppendResp().setWrongExpectedVersion(refusal);
  }
  const at = outcome.position.toString();
  return new AppendResp().setSuccess(
    new AppendResp.Success()
      .setCurrentRevision(outcome.revision.toString())
      .setPosition(new AppendResp.Position().setCommitPosition(at).setPreparePosition(at)),
  );
}

export function nameOf(of: StreamIdentifier | undefined): string {
  return Buffer.from(of?.getStreamName_asU8() ?? []).toString();
}

function identifier(stream: string): StreamIdentifier {
  return new StreamIdentifier().setStreamName(Buffer.from(stream).toString('base64'));
}

/** What a filter lets through. */
export function filterOf(options: ReadReq.Options): (record: LogRecord) => boolean {
  const filter = options.getFilter();
  const expression = filter?.getStreamIdentifier() ?? filter?.getEventType();
  if (!filter || !expression) return () => true;
  const textOf = (record: LogRecord) => (filter.hasStreamIdentifier() ? record.stream : record.type);
  const prefixes = expression.getPrefixList();
  const pattern = new RegExp(expression.getRegex(), 'u');
  return prefixes.length > 0
    ? (record) => prefixes.some((prefix) => textOf(record).startsWith(prefix))
    : (record) => pattern.test(textOf(record));
}
