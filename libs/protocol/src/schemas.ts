import { EARLIER_VERSIONS, versionOf } from './earlier-versions';
import type { MessageKind } from './messages';
import { requestSchema } from './request-schema';
import { record, state, text, uuid } from './schema-parts';

const restriction = record({ ground: text(64), reason: text(4000) }, ['ground', 'reason']);

const dataSchemas: Readonly<Record<MessageKind, object>> = {
  'request-submitted': requestSchema,
  'request-withdrawn': record({ reason: text(4000) }, ['reason']),
  'request-closed': record({ conclusion: text(64) }, ['conclusion']),
  'request-delivered': record({}, []),
  'request-acknowledged': record({}, []),
  'request-answered': record(
    {
      outcome: text(64),
      answerClass: { enum: ['FULL', 'PARTIAL', 'NEGATIVE'] },
      lastLegalHolder: text(1000),
      onwardState: state,
      documentReference: text(500),
      remarks: text(8000),
      restriction,
    },
    ['outcome', 'answerClass'],
  ),
  'request-refused': restriction,
  'clock-fact-reported': record(
    {
      fact: { type: 'string', pattern: '^[A-Z][A-Za-z]{2,63}$' },
      code: text(4000),
      recordedAt: { type: 'string', format: 'date-time' },
    },
    ['fact', 'recordedAt'],
  ),
  'message-refused': record({ messageId: text(128), code: text(128), reason: text(4000) }, [
    'messageId',
    'code',
    'reason',
  ]),
};

/**
 * The extension for distributed tracing of CloudEvents. Whatever stands there is let through: a trace that cannot be followed is no
 * reason to leave a request unanswered.
 */
const tracing = {
  traceparent: { description: 'W3C Trace Context; a receiver passes over what is malformed' },
  tracestate: { description: 'W3C Trace Context; not handed on' },
};

/** A CloudEvents 1.0 envelope in JSON format around one kind of data. */
function envelopeSchema(kind: MessageKind, version: number, data: object): object {
  return {
    $id: schemaNameOf(kind, version),
    ...record(
      {
        specversion: { const: '1.0' },
        id: uuid,
        source: { type: 'string', pattern: '^/states/[A-Z]{3}$' },
        type: { const: typeOf(kind, version) },
        subject: uuid,
        time: { type: 'string', format: 'date-time' },
        datacontenttype: { const: 'application/json' },
        dataschema: { const: schemaNameOf(kind, version) },
        requestingstate: state,
        respondingstate: state,
        imported: { type: 'boolean' },
        correlationid: text(128),
        ...tracing,
        data,
      },
      [
        'specversion',
        'id',
        'source',
        'type',
        'subject',
        'time',
        'datacontenttype',
        'dataschema',
        'requestingstate',
        'respondingstate',
        'imported',
        'correlationid',
        'data',
      ],
    ),
  };
}

/** The CloudEvents `type` of a message, in the version that is sent unless another is named. */
export function typeOf(kind: MessageKind, version = versionOf(kind)): string {
  return `org.vestigo.${kind}.v${String(version)}`;
}

/** The CloudEvents `dataschema` of a message. */
export function schemaNameOf(kind: MessageKind, version = versionOf(kind)): string {
  return `urn:vestigo:schema:${kind}:v${String(version)}`;
}

const isKind = (text: string): text is MessageKind => text in dataSchemas;

/** JSON Schema (draft 7) of every message, in the version that is sent. */
export const MESSAGE_SCHEMAS: ReadonlyMap<MessageKind, object> = new Map(
  Object.entries(dataSchemas).flatMap(([kind, data]) =>
    isKind(kind) ? [[kind, envelopeSchema(kind, versionOf(kind), data)] as const] : [],
  ),
);

/** The same for versions that are only read. */
export const EARLIER_SCHEMAS = EARLIER_VERSIONS.map(({ kind, version, data, current }) => ({
  kind,
  type: typeOf(kind, version),
  schema: envelopeSchema(kind, version, data),
  current,
}));
