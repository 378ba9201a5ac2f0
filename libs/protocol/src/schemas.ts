import type { MessageKind } from './messages';
import { described, record, state, text } from './schema-parts';

const codes = (items: object) => ({ type: 'array', minItems: 1, maxItems: 16, items }) as const;
/** The codes that a clock basis can hold: what it could not read back must be refused here. */
const regime = { type: 'string', pattern: '^[A-Za-z0-9_:.-]{1,64}$' } as const;

const restriction = record({ ground: text(64), reason: text(4000) }, ['ground', 'reason']);

const dataSchemas: Readonly<Record<MessageKind, object>> = {
  'request-submitted': record(
    {
      reference: text(128),
      priority: { enum: ['ROUTINE', 'URGENT'] },
      justification: text(4000),
      regimes: codes(regime),
      illicitGrounds: codes(text(64)),
      legalBasis: text(4000),
      intendedUse: text(64),
      acquisitionMode: text(64),
      recoveredOn: { type: 'string', format: 'date' },
      recoveryPlace: text(500),
      circumstances: text(8000),
      arm: { type: 'object', additionalProperties: described(3) },
    },
    ['priority', 'regimes', 'illicitGrounds', 'legalBasis', 'intendedUse', 'acquisitionMode', 'arm'],
  ),
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
function envelopeSchema(kind: MessageKind, data: object): object {
  // Not `format: uuid`, which takes `urn:uuid:` as well.
  const uuid = { type: 'string', pattern: '^[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}$' };
  return {
    $id: `urn:vestigo:schema:${kind}:v1`,
    ...record(
      {
        specversion: { const: '1.0' },
        id: uuid,
        source: { type: 'string', pattern: '^/states/[A-Z]{3}$' },
        type: { const: typeOf(kind) },
        subject: uuid,
        time: { type: 'string', format: 'date-time' },
        datacontenttype: { const: 'application/json' },
        dataschema: { const: `urn:vestigo:schema:${kind}:v1` },
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

/** The CloudEvents `type` of a message. */
export function typeOf(kind: MessageKind): string {
  return `org.vestigo.${kind}.v1`;
}

const isKind = (text: string): text is MessageKind => text in dataSchemas;

/** JSON Schema (draft 7) of every message, version 1. */
export const MESSAGE_SCHEMAS: ReadonlyMap<MessageKind, object> = new Map(
  Object.entries(dataSchemas).flatMap(([kind, data]) =>
    isKind(kind) ? [[kind, envelopeSchema(kind, data)] as const] : [],
  ),
);
