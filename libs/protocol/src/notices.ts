import Ajv, { type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { Rejection } from '@vestigo/kernel';
import {
  contactProperties,
  contactRequired,
  type ParticipantData,
  participantFromTheWire,
  participantOnTheWire,
  participantSchema,
} from './participant-notice';

/** What services tell each other about no single request. Version 1 of each. */
export interface NoticeData {
  /** Every clock fact that the desks of these States recorded before the notice's time has been reported. */
  'facts-complete': { readonly side: DeskSide; readonly states: readonly string[] };
  /** The body that answers for a State (ITI 25), and the clock its desk lives by. Read, and no longer sent. */
  'point-of-contact-registered': ContactData;
  /** Whatever the directory has to say of a State. */
  'participant-changed': ParticipantData;
  /** A message that its receiver could not understand or follow, as it was. */
  'message-dead-lettered': DeadLetterData;
  /** A piece of a photograph that a request refers to. Parts come in any order; put together they have the digest. */
  'photograph-part': PhotographPart;
}

export type NoticeKind = keyof NoticeData;
export type DeskSide = 'requesting' | 'responding';

export interface ContactData {
  /** ISO 3166-1 alpha-3. */
  readonly state: string;
  readonly body: string;
  readonly email: string;
  readonly telephone?: string;
  /** IANA time zone. */
  readonly timeZone: string;
  /** 0 Sunday to 6 Saturday. */
  readonly weekend: readonly number[];
}

export interface DeadLetterData {
  /** As the receiver's log names it: percent-encoded, and cut after 1000 characters. */
  readonly messageId: string;
  /** Family of the channels that it came by. */
  readonly channel: string;
  readonly code: string;
  readonly reason: string;
  /** Length of its body in UTF-8. */
  readonly bytes: number;
  /** The body as it was; absent when it is too long for a letter, and then the receiver's log alone has it. */
  readonly body?: string;
}

export interface PhotographPart {
  readonly requestId: string;
  /** ISO 3166-1 alpha-3: the requesting State. */
  readonly from: string;
  /** ISO 3166-1 alpha-3: the State asked. */
  readonly to: string;
  /** Of the whole photograph, in hexadecimal digits. */
  readonly sha256: string;
  /** From 0. */
  readonly index: number;
  readonly count: number;
  /** Base64, at most 256 KiB of it. */
  readonly content: string;
}

export interface Notice<Kind extends NoticeKind = NoticeKind> {
  readonly kind: Kind;
  /** UUID: same id, same notice. */
  readonly id: string;
  /** Milliseconds since 1970 (UTC). */
  readonly occurredAt: number;
  readonly data: NoticeData[Kind];
}

export type AnyNotice = { [Kind in NoticeKind]: Notice<Kind> }[NoticeKind];

const state = { type: 'string', pattern: '^[A-Z]{3}$' } as const;
const text = (maxLength: number) => ({ type: 'string', minLength: 1, maxLength }) as const;

const dataSchemas: Readonly<Record<NoticeKind, object>> = {
  'facts-complete': {
    type: 'object',
    properties: {
      side: { enum: ['requesting', 'responding'] },
      states: { type: 'array', minItems: 1, maxItems: 1000, items: state },
    },
    required: ['side', 'states'],
    additionalProperties: false,
  },
  'point-of-contact-registered': {
    type: 'object',
    properties: { state, ...contactProperties },
    required: ['state', ...contactRequired],
    additionalProperties: false,
  },
  'participant-changed': participantSchema,
  'message-dead-lettered': {
    type: 'object',
    properties: {
      messageId: { type: 'string', maxLength: 1000 },
      channel: text(249),
      code: text(128),
      reason: { type: 'string', maxLength: 4000 },
      bytes: { type: 'integer', minimum: 0 },
      body: { type: 'string' },
    },
    required: ['messageId', 'channel', 'code', 'reason', 'bytes'],
    additionalProperties: false,
  },
  'photograph-part': {
    type: 'object',
    properties: {
      requestId: { type: 'string', pattern: '^[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}$' },
      from: state,
      to: state,
      sha256: { type: 'string', pattern: '^[0-9a-f]{64}$' },
      index: { type: 'integer', minimum: 0, maximum: 127 },
      count: { type: 'integer', minimum: 1, maximum: 128 },
      content: { type: 'string', maxLength: 256 * 1024, pattern: '^[A-Za-z0-9+/]*={0,2}$' },
    },
    required: ['requestId', 'from', 'to', 'sha256', 'index', 'count', 'content'],
    additionalProperties: false,
  },
};

const sources: Readonly<Record<NoticeKind, string>> = {
  'facts-complete': '/services/desk',
  'point-of-contact-registered': '/services/directory',
  'participant-changed': '/services/directory',
  'message-dead-lettered': '/services/receiver',
  'photograph-part': '/services/desk',
};

export const noticeTypeOf = (kind: NoticeKind): string => `org.vestigo.${kind}.v1`;

/** A CloudEvents 1.0 envelope in JSON format around one kind of data. */
const envelopeOf = (kind: NoticeKind) => ({
  $id: `urn:vestigo:schema:${kind}:v1`,
  type: 'object',
  properties: {
    specversion: { const: '1.0' },
    id: { type: 'string', pattern: '^[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}$' },
    source: { const: sources[kind] },
    type: { const: noticeTypeOf(kind) },
    time: { type: 'string', format: 'date-time' },
    datacontenttype: { const: 'application/json' },
    dataschema: { const: `urn:vestigo:schema:${kind}:v1` },
    data: dataSchemas[kind],
  },
  required: ['specversion', 'id', 'source', 'type', 'time', 'datacontenttype', 'dataschema', 'data'],
  additionalProperties: false,
});

export const noticeKinds = [
  'facts-complete',
  'point-of-contact-registered',
  'participant-changed',
  'message-dead-lettered',
  'photograph-part',
] as const;

/** JSON Schema (draft 7) of every notice, version 1. */
export const NOTICE_SCHEMAS: ReadonlyMap<NoticeKind, object> = new Map(
  noticeKinds.map((kind) => [kind, envelopeOf(kind)] as const),
);

interface Envelope {
  readonly id: string;
  readonly time: string;
  readonly data: NoticeData[NoticeKind];
}

const ajv = addFormats(new Ajv({ strict: true }));
const validators = new Map<
  string,
  { readonly kind: NoticeKind; readonly validate: ValidateFunction<Envelope> }
>(
  [...NOTICE_SCHEMAS].map(([kind, schema]) => [
    noticeTypeOf(kind),
    { kind, validate: ajv.compile<Envelope>(schema) },
  ]),
);

/** The text of a notice: same notice, same bytes. */
export function encodeNotice(notice: AnyNotice): string {
  const { kind, id, occurredAt } = notice;
  const data = notice.kind === 'participant-changed' ? participantOnTheWire(notice.data) : notice.data;
  return JSON.stringify({
    specversion: '1.0',
    id,
    source: sources[kind],
    type: noticeTypeOf(kind),
    time: new Date(occurredAt).toISOString(),
    datacontenttype: 'application/json',
    dataschema: `urn:vestigo:schema:${kind}:v1`,
    data,
  });
}

/** The notice that a text holds, or why it cannot be understood; undefined when it is something else than a notice. */
export function decodeNotice(body: string): AnyNotice | Rejection | undefined {
  const parsed = parse(body);
  const validator = typeof parsed?.type === 'string' ? validators.get(parsed.type) : undefined;
  if (!validator) return undefined;
  const { kind, validate } = validator;
  if (!validate(parsed)) {
    const [error] = validate.errors ?? [];
    const detail = `${error?.instancePath ?? ''} ${error?.message ?? ''}`.trim();
    return new Rejection('invalid', 'schema-violated', detail);
  }
  const occurredAt = Date.parse(parsed.time);
  if (Number.isNaN(occurredAt))
    return new Rejection('invalid', 'schema-violated', '/time must be an instant');
  const notice = { kind, id: parsed.id, occurredAt, data: parsed.data } as AnyNotice;
  if (notice.kind !== 'participant-changed') return notice;
  return { ...notice, data: participantFromTheWire(notice.data) };
}

function parse(body: string): { readonly type?: unknown } | undefined {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
