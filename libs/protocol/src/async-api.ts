import {
  type ChannelName,
  type ChannelPlan,
  channelPlans,
  type ServicePlan,
  servicePlans,
} from './async-api-channels';
import { titles } from './async-api-titles';
import { partitionsOf } from './channels';
import { versionOf } from './earlier-versions';
import type { MessageKind } from './messages';
import { NOTICE_SCHEMAS, type NoticeKind, noticeTypeOf } from './notices';
import { MESSAGE_SCHEMAS, typeOf } from './schemas';

type Kind = MessageKind | NoticeKind;
type Example = Readonly<Record<string, unknown>>;

const contentType = 'application/cloudevents+json';
const bindingVersion = '0.5.0';
const names = Object.keys(channelPlans) as readonly ChannelName[];

/**
 * What services say to each other and where, as an AsyncAPI document. `examples`: a whole message of each kind, as it stands in the
 * golden file of its current version.
 */
export function asyncApi(examples: ReadonlyMap<string, Example>): object {
  return {
    asyncapi: '3.1.0',
    info: {
      title: 'Vestigo, messages between services',
      version: '1.0.0',
      description:
        'CloudEvents 1.0 in structured JSON over Apache Kafka. Delivery is at least once: the same id is the same message, and a receiver does its work once. ' +
        'Messages of one request come in the order they were sent, within one letter box. ' +
        'Each message is sent in the version described here; earlier ones are still understood. ' +
        'Acts of a desk are numbered (`sequence`), so that a receiver knows what it has not heard yet. ' +
        'A message that is not understood or not admissible is kept, answered with message-refused and put into a box of dead letters.',
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
    defaultContentType: contentType,
    servers: { exchange: server },
    channels: Object.fromEntries(names.map((name) => [name, channelOf(channelPlans[name])])),
    operations: Object.fromEntries(servicePlans.flatMap(operationsOf)),
    components: {
      messages: Object.fromEntries(
        [...schemas].map(([kind]) => [kind, messageOf(kind, examples.get(kind))] as const),
      ),
      schemas: Object.fromEntries([...schemas].map(([kind, schema]) => [schemaKeyOf(kind), schema] as const)),
      securitySchemes,
    },
  };
}

const schemas = new Map<Kind, object>([...MESSAGE_SCHEMAS, ...NOTICE_SCHEMAS]);

const securitySchemes = {
  scram: {
    type: 'scramSha512',
    description: 'A user and a password for each State, over TLS (SASL/SCRAM-SHA-512).',
  },
  certificate: {
    type: 'X509',
    description: 'A client certificate for each State (mutual TLS); its distinguished name is the principal.',
  },
};

const server = {
  host: '{broker}:{port}',
  protocol: 'kafka-secure',
  description: 'A Kafka cluster that States share. Its access lists say who reads and writes which channel.',
  variables: {
    broker: { description: 'One of the brokers; it names the others.', default: 'kafka.example.org' },
    port: { description: 'Of its TLS listener.', default: '9093' },
  },
  security: Object.keys(securitySchemes).map((name) => ({ $ref: `#/components/securitySchemes/${name}` })),
};

function channelOf({ address, title, description, kinds, parameters }: ChannelPlan): object {
  return {
    address,
    title,
    description,
    ...(parameters && { parameters }),
    messages: Object.fromEntries(
      kinds.map((kind) => [kind, { $ref: `#/components/messages/${kind}` }] as const),
    ),
    bindings: { kafka: kafkaTopic(address) },
  };
}

/** Messages are kept for good: a service that lost its store takes in everything again. */
const kafkaTopic = (address: string) => ({
  partitions: partitionsOf(address),
  topicConfiguration: {
    'cleanup.policy': ['delete'],
    'retention.ms': -1,
    'retention.bytes': -1,
    'max.message.bytes': 4_010_000,
  },
  bindingVersion,
});

function messageOf(kind: Kind, payload: Example | undefined): object {
  const schema = { $ref: `#/components/schemas/${schemaKeyOf(kind)}` };
  const isNotice = isNoticeKind(kind);
  return {
    name: isNotice ? noticeTypeOf(kind) : typeOf(kind),
    title: titles[kind],
    contentType,
    headers: {
      type: 'object',
      properties: {
        id: { type: 'string', description: 'The id of the CloudEvent.' },
        'content-type': { const: `${contentType}; charset=UTF-8` },
      },
      required: ['id', 'content-type'],
    },
    payload: schema,
    bindings: {
      kafka: { key: { type: 'string', description: keys[kind] ?? 'The request id.' }, bindingVersion },
    },
    ...(payload && {
      examples: [
        {
          name: kind,
          headers: { id: payload['id'], 'content-type': `${contentType}; charset=UTF-8` },
          payload,
        },
      ],
    }),
  };
}

const schemaKeyOf = (kind: Kind) => `${kind}.v${String(isNoticeKind(kind) ? 1 : versionOf(kind))}`;

const isNoticeKind = (kind: Kind): kind is NoticeKind => NOTICE_SCHEMAS.has(kind as NoticeKind);

const keys: Readonly<Partial<Record<Kind, string>>> = {
  'facts-complete': 'The side of the desk.',
  'point-of-contact-registered': 'The State.',
  'participant-changed': 'The State.',
  'message-dead-lettered': 'The id of the CloudEvent.',
  'photograph-part': 'The id of the request.',
};

function operationsOf({ service, sends, receives }: ServicePlan): readonly (readonly [string, object])[] {
  const shared = (channel: ChannelName) => ({
    channel: { $ref: `#/channels/${channel}` },
    tags: [{ name: service }],
  });
  const channels = Object.entries(receives) as readonly (readonly [ChannelName, string])[];
  return [
    ...sends.map(
      (channel) => [operationId(service, 'Sends', channel), { action: 'send', ...shared(channel) }] as const,
    ),
    ...channels.map(
      ([channel, group]) =>
        [
          operationId(service, 'Receives', channel),
          {
            action: 'receive',
            ...shared(channel),
            bindings: {
              kafka: {
                groupId: {
                  type: 'string',
                  description: 'A service of one State puts its code and a dot before it.',
                  examples: [group],
                },
                bindingVersion,
              },
            },
          },
        ] as const,
    ),
  ];
}

const operationId = (service: string, verb: string, channel: string) =>
  `${service}${verb}${channel.slice(0, 1).toUpperCase()}${channel.slice(1)}`;
