import { DATA_SCHEMAS } from './data-schemas';
import { EARLIER_VERSIONS, versionOf } from './earlier-versions';
import type { MessageKind } from './messages';
import { record, state, text, uuid } from './schema-parts';

/**
 * The extension for distributed tracing of CloudEvents. Whatever stands there is let through: a trace that cannot be followed is no
 * reason to leave a request unanswered.
 */
const tracing = {
  traceparent: { description: 'W3C Trace Context; a receiver passes over what is malformed' },
  tracestate: { description: 'W3C Trace Context; not handed on' },
};

/** The extension `sequence` of CloudEvents: the number of the act among those of its desk. */
const numbering = {
  sequence: { type: 'string', pattern: '^[1-9][0-9]{0,8}$' },
  sequencetype: { const: 'Integer' },
  seen: {
    type: 'integer',
    minimum: 0,
    maximum: 999_999_999,
    description: 'How many acts of the other desk were known when this was done',
  },
};

/** A CloudEvents 1.0 envelope in JSON format around one kind of data. */
function envelopeSchema(kind: MessageKind, version: number, data: object): object {
  return {
    $id: schemaNameOf(kind, version),
    // An act has all of its number or, from a desk that numbers nothing, none of it.
    dependencies: {
      sequence: ['sequencetype', 'seen'],
      sequencetype: ['sequence', 'seen'],
      seen: ['sequence', 'sequencetype'],
    },
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
        ...numbering,
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

const isKind = (text: string): text is MessageKind => text in DATA_SCHEMAS;

/** JSON Schema (draft 7) of every message, in the version that is sent. */
export const MESSAGE_SCHEMAS: ReadonlyMap<MessageKind, object> = new Map(
  Object.entries(DATA_SCHEMAS).flatMap(([kind, data]) =>
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
