import Ajv, { type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { Rejection, type Traced, tracedBy, traceFrom } from '@vestigo/kernel';
import type { AnyTracingMessage, MessageData, MessageKind, TracingMessage } from './messages';
import { EARLIER_SCHEMAS, MESSAGE_SCHEMAS, schemaNameOf, typeOf } from './schemas';
import { speakersOf } from './speakers';

/** CloudEvents 1.0 (JSON format) as it goes over the wire. */
interface Envelope<Kind extends MessageKind = MessageKind> extends Traced {
  readonly specversion: '1.0';
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly subject: string;
  readonly time: string;
  readonly datacontenttype: 'application/json';
  readonly dataschema: string;
  readonly requestingstate: string;
  readonly respondingstate: string;
  readonly imported: boolean;
  readonly correlationid: string;
  readonly sequence?: string;
  readonly sequencetype?: 'Integer';
  readonly seen?: number;
  readonly data: MessageData[Kind];
}

const ajv = addFormats(new Ajv({ allErrors: false, strict: true, allowUnionTypes: true }));

interface Understanding {
  readonly kind: MessageKind;
  readonly validate: ValidateFunction<Envelope>;
  /** The data in the form of the current version. */
  readonly current: (data: unknown) => unknown;
}

const understood: ReadonlyMap<string, Understanding> = new Map([
  ...[...MESSAGE_SCHEMAS].map(
    ([kind, schema]) =>
      [typeOf(kind), { kind, validate: ajv.compile<Envelope>(schema), current: asItIs }] as const,
  ),
  ...EARLIER_SCHEMAS.map(
    ({ kind, type, schema, current }) =>
      [type, { kind, validate: ajv.compile<Envelope>(schema), current }] as const,
  ),
]);

function asItIs(data: unknown): unknown {
  return data;
}

/** The text of a message: same message, same bytes. */
export function encode(message: AnyTracingMessage): string {
  const envelope: Envelope = {
    specversion: '1.0',
    id: message.id,
    source: `/states/${message.from}`,
    type: typeOf(message.kind),
    subject: message.requestId,
    time: new Date(message.occurredAt).toISOString(),
    datacontenttype: 'application/json',
    dataschema: schemaNameOf(message.kind),
    requestingstate: message.requestingState,
    respondingstate: message.respondingState,
    imported: message.imported,
    correlationid: message.correlationId,
    ...(message.act && {
      sequence: String(message.act.seq),
      sequencetype: 'Integer',
      seen: message.act.seen,
    }),
    ...tracedBy(message),
    data: message.data,
  };
  return JSON.stringify(envelope);
}

/** The message that a text holds, in its current version whichever it was sent in, or why it cannot be understood. Never throws. */
export function decode(body: string): AnyTracingMessage | Rejection {
  const parsed = parse(body);
  if (parsed === undefined) return notUnderstood('not-json', 'The message is not JSON.');
  const type = textOf(parsed['type']);
  const understanding = understood.get(type ?? '');
  if (!understanding) {
    return notUnderstood('unknown-type', `The message type ${type ?? '(none)'} is not known here.`);
  }
  const { kind, validate, current } = understanding;
  if (!validate(parsed)) {
    const [error] = validate.errors ?? [];
    return notUnderstood('schema-violated', `${error?.instancePath ?? ''} ${error?.message ?? ''}`.trim());
  }
  return fromEnvelope(kind, parsed, current);
}

/**
 * What can still be told of a message that was not understood, so that its sender hears of it. Nothing for a negative
 * receipt: two services that do not understand each other must not go on telling each other so.
 */
export function senderOf(body: string): Sender | undefined {
  const envelope = parse(body) ?? {};
  if (envelope['type'] === typeOf('message-refused')) return undefined;
  const id = textOf(envelope['id'], tellable);
  const requestId = textOf(envelope['subject'], uuid);
  const requestingState = textOf(envelope['requestingstate'], state);
  const respondingState = textOf(envelope['respondingstate'], state);
  if (!id || !requestId || !requestingState || !respondingState) return undefined;
  return { id, requestId, requestingState, respondingState };
}

type Sender = Pick<TracingMessage, 'id' | 'requestId' | 'requestingState' | 'respondingState'>;

/** An id that fits into a receipt. */
const tellable = /^.{1,128}$/s;
const state = /^[A-Z]{3}$/;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

function fromEnvelope(
  kind: MessageKind,
  envelope: Envelope,
  current: Understanding['current'],
): AnyTracingMessage | Rejection {
  const from = envelope.source.slice('/states/'.length);
  const { requestingstate, respondingstate } = envelope;
  if (!speakersOf(kind, requestingstate, respondingstate).includes(from)) {
    return notUnderstood('wrong-speaker', `${from} cannot say ${kind} on this request.`);
  }
  const occurredAt = Date.parse(envelope.time);
  // RFC 3339 knows leap seconds, our instants do not.
  if (Number.isNaN(occurredAt)) return notUnderstood('schema-violated', '/time must be an instant');
  return {
    kind,
    id: envelope.id,
    requestId: envelope.subject,
    from,
    requestingState: envelope.requestingstate,
    respondingState: envelope.respondingstate,
    occurredAt,
    imported: envelope.imported,
    correlationId: envelope.correlationid,
    ...(envelope.sequence !== undefined && {
      act: { seq: Number(envelope.sequence), seen: envelope.seen },
    }),
    ...traceFrom(envelope.traceparent),
    data: current(envelope.data),
  } as AnyTracingMessage;
}

/** The trace that a text belongs to, be it understood or not. */
export function traceOf(body: string): Traced {
  return traceFrom(parse(body)?.['traceparent']);
}

type Parsed = Readonly<Record<string, unknown>>;

function parse(body: string): Parsed | undefined {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? (value as Parsed) : undefined;
  } catch {
    return undefined;
  }
}

function textOf(value: unknown, pattern = /^/): string | undefined {
  return typeof value === 'string' && pattern.test(value) ? value : undefined;
}

function notUnderstood(code: string, detail: string): Rejection {
  return new Rejection('invalid', code, detail);
}
