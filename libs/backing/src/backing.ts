import { join, resolve } from 'node:path';
import { type TokenSettings, tokenSettings } from '@vestigo/identity';
import { type KafkaSettings, kafkaSettings, openKafkaTransport } from '@vestigo/kafka';
import {
  type EventStore,
  type Leadership,
  type Log,
  type ReadStore,
  soleLeadership,
  type Transport,
} from '@vestigo/kernel';
import { type KurrentEventStoreOptions, kurrentSettings, openKurrentEventStore } from '@vestigo/kurrent';
import {
  type Address,
  addressIn,
  type Environment,
  holdFolder,
  InvalidSetting,
  setting,
  withSecrets,
} from '@vestigo/service';
import { createUuidV7, openSqliteEventStore, openSqliteReadStore } from '@vestigo/sqlite';
import { isState, STATE_CODES } from '@vestigo/states';
import { LEASE, leasedLeadership } from './lease';

/** Everything that the surroundings decide of a service that runs by itself. */
export interface ServiceConfig extends Address {
  /** Folder of the views, and of the log where there is no server for it. */
  readonly data: string;
  /** Whose access tokens are believed. */
  readonly tokens: TokenSettings;
  /** The States whose desks the service is. */
  readonly states: readonly string[];
  /** The server of the log; a SQLite file in `data` when absent. */
  readonly eventStore: KurrentEventStoreOptions | undefined;
  readonly kafka: KafkaSettings;
  /** Stands before the name of each topic, where several exchanges share a cluster. */
  readonly topicPrefix: string;
}

/**
 * Reads `HOST`, `PORT`, `VESTIGO_DATA`, `VESTIGO_KEYS`, `VESTIGO_STATES`, `KAFKA_TOPIC_PREFIX`, `EVENTSTORE_URL` and what
 * `tokenSettings` and `kafkaSettings` read. `EVENTSTORE_URL_FILE` and `KAFKA_SASL_PASSWORD_FILE` name files with what
 * nobody else should see. Throws `InvalidSetting`.
 */
export function serviceConfig(name: string, surroundings: Environment): ServiceConfig {
  const env = withSecrets(surroundings, ['EVENTSTORE_URL', 'KAFKA_SASL_PASSWORD']);
  const data = resolve(setting(env['VESTIGO_DATA'], join('data', name)));
  return {
    ...addressIn(env),
    data,
    tokens: understood(() => tokenSettings(env, resolve(setting(env['VESTIGO_KEYS'], data)))),
    states: statesIn(setting(env['VESTIGO_STATES'], '*')),
    eventStore: understood(() => kurrentSettings(env)),
    kafka: understood(() => kafkaSettings(env)),
    topicPrefix: setting(env['KAFKA_TOPIC_PREFIX'], ''),
  };
}

/** What a service works on. */
export interface Backing {
  readonly log: Log;
  readonly readStore: ReadStore;
  readonly transport: Transport;
  readonly leadership: Leadership;
  close(): Promise<void>;
}

/** Opens the engines behind a service. Every replica folds the log into views of its own. */
export function openBacking(
  { data, eventStore, kafka, topicPrefix, states }: ServiceConfig,
  report: (line: string) => void,
): Backing {
  const held = holdFolder(data);
  const readStore = openSqliteReadStore({ file: join(data, 'views.db') });
  const store: EventStore = eventStore
    ? openKurrentEventStore({ ...eventStore, brief: [LEASE] })
    : openSqliteEventStore({ file: join(data, 'log.db') });
  const log = { store, newId: createUuidV7(Date.now) };
  const [only] = states;
  const transport = openKafkaTransport({
    ...kafka,
    topics: { prefix: topicPrefix, partitions: partitionsOf },
    ...(states.length === 1 && only !== undefined && { groupPrefix: `${only}.` }),
    onFailure: ({ channel, group, error, pause }) => {
      report(`${group} on ${channel}: ${wordsOf(error)}; again in ${String(pause)} ms`);
    },
  });
  return {
    log,
    readStore,
    transport,
    leadership: eventStore ? leasedLeadership(log) : soleLeadership(readStore),
    async close() {
      await transport.close();
      await store.close();
      readStore.close();
      held.release();
    },
  };
}

/** Letter boxes are many and each is small; what one receiver must see in order has one partition. */
const partitionsOf = (channel: string) => (channel.includes('.') ? 3 : 1);

function statesIn(text: string): readonly string[] {
  if (text === '*') return STATE_CODES;
  const states = [...new Set(text.split(',').map((code) => code.trim()))].sort();
  const unknown = states.filter((code) => !isState(code));
  if (unknown.length === 0) return states;
  throw new InvalidSetting(
    `VESTIGO_STATES holds ${JSON.stringify(unknown.join(', '))}; it must be * or codes of ISO 3166-1 alpha-3, such as JAM,TTO.`,
  );
}

/** Adapters say in words of their own what cannot be used. */
function understood<Settings>(read: () => Settings): Settings {
  try {
    return read();
  } catch (error) {
    throw new InvalidSetting(wordsOf(error), { cause: error });
  }
}

const wordsOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
