import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type TokenSettings, tokenSettings } from '@vestigo/identity';
import { type KafkaSettings, kafkaSettings, openKafkaTransport } from '@vestigo/kafka';
import {
  type EventStore,
  type Leadership,
  type Log,
  type ReadStore,
  soleLeadership,
  type StreamForms,
  type Transport,
  withCurrentForms,
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
import { groupPrefixOf, partitionsOf } from '@vestigo/protocol';
import { isState, STATE_CODES } from '@vestigo/states';
import { LEASE, leasedLeadership } from './lease';

/** Where a service finds its log. */
export interface LogConfig {
  /** Folder of the views, and of the log where there is no server for it. */
  readonly data: string;
  /** The server of the log; a SQLite file in `data` when absent. */
  readonly eventStore: KurrentEventStoreOptions | undefined;
}

/** Everything that the surroundings decide of a service that runs by itself. */
export interface ServiceConfig extends Address, LogConfig {
  /** Whose access tokens are believed. */
  readonly tokens: TokenSettings;
  /** The States whose desks the service is. */
  readonly states: readonly string[];
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
  const env = withSecrets(surroundings, ['KAFKA_SASL_PASSWORD']);
  const { data, eventStore } = logConfig(name, env);
  return {
    ...addressIn(env),
    data,
    eventStore,
    tokens: understood(() => tokenSettings(env, resolve(setting(env['VESTIGO_KEYS'], data)))),
    states: statesIn(setting(env['VESTIGO_STATES'], '*')),
    kafka: understood(() => kafkaSettings(env)),
    topicPrefix: setting(env['KAFKA_TOPIC_PREFIX'], ''),
  };
}

/** Reads `VESTIGO_DATA` and `EVENTSTORE_URL` or `EVENTSTORE_URL_FILE`. Throws `InvalidSetting`. */
export function logConfig(name: string, surroundings: Environment): LogConfig {
  const env = withSecrets(surroundings, ['EVENTSTORE_URL']);
  return {
    data: resolve(setting(env['VESTIGO_DATA'], join('data', name))),
    eventStore: understood(() => kurrentSettings(env)),
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

/** Opens the engines behind a service. `forms`: how the events that it stores have changed. Every replica folds the log into views of its own. */
export function openBacking(
  { data, eventStore, kafka, topicPrefix, states }: ServiceConfig,
  forms: readonly StreamForms[],
  report: (line: string) => void,
): Backing {
  const held = holdFolder(data);
  const readStore = openSqliteReadStore({ file: join(data, 'views.db') });
  const log = openLog({ data, eventStore }, forms);
  const { store } = log;
  const [only] = states;
  const transport = openKafkaTransport({
    ...kafka,
    topics: { prefix: topicPrefix, partitions: partitionsOf },
    ...(states.length === 1 && only !== undefined && { groupPrefix: groupPrefixOf(only) }),
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

/** The log by itself, for an operator; the service may go on working on it. Throws `InvalidSetting` where there is none. */
export function openExistingLog(config: LogConfig, forms: readonly StreamForms[]): Log {
  if (config.eventStore || existsSync(join(config.data, 'log.db'))) return openLog(config, forms);
  throw new InvalidSetting(`${config.data} holds no log. Name the folder of the data in VESTIGO_DATA.`);
}

function openLog({ data, eventStore }: LogConfig, forms: readonly StreamForms[]): Log {
  const stored: EventStore = eventStore
    ? openKurrentEventStore({ ...eventStore, brief: [LEASE] })
    : openSqliteEventStore({ file: join(data, 'log.db') });
  return { store: withCurrentForms(stored, forms), newId: createUuidV7(Date.now) };
}

/** `*` for all. Throws `InvalidSetting`. */
export function statesIn(text: string, variable = 'VESTIGO_STATES'): readonly string[] {
  if (text === '*') return STATE_CODES;
  const states = [...new Set(text.split(',').map((code) => code.trim()))].sort();
  const unknown = states.filter((code) => !isState(code));
  if (unknown.length === 0) return states;
  throw new InvalidSetting(
    `${variable} holds ${JSON.stringify(unknown.join(', '))}; it must be * or codes of ISO 3166-1 alpha-3, such as JAM,TTO.`,
  );
}

/** Adapters say in words of their own what cannot be used. */
export function understood<Settings>(read: () => Settings): Settings {
  try {
    return read();
  } catch (error) {
    throw new InvalidSetting(wordsOf(error), { cause: error });
  }
}

const wordsOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
