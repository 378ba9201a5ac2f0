import { readFileSync } from 'node:fs';

/** How brokers are reached and who we are to them. */
export interface KafkaSettings {
  /** `host:port` of some brokers of the cluster; the others are learned from them. */
  readonly brokers: readonly string[];
  readonly sasl?: Sasl;
  readonly tls?: Tls;
}

export interface Sasl {
  readonly mechanism: (typeof mechanisms)[number];
  readonly username: string;
  readonly password: string;
}

/** PEM texts. Without `ca`, the authorities that Node trusts; `cert` and `key` say who we are (mutual TLS). */
export interface Tls {
  readonly ca?: string;
  readonly cert?: string;
  readonly key?: string;
}

/** A variable that cannot be used; says which and what it must be. */
export class InvalidKafkaSetting extends Error {}

type Environment = Readonly<Partial<Record<string, string>>>;

const mechanisms = ['scram-sha-512', 'scram-sha-256', 'plain'] as const;

/**
 * Reads `KAFKA_BROKERS`, `KAFKA_SASL_MECHANISM`, `KAFKA_SASL_USERNAME`, `KAFKA_SASL_PASSWORD` and the files that
 * `KAFKA_TLS_CA`, `KAFKA_TLS_CERT` and `KAFKA_TLS_KEY` name. Any of the last three turns TLS on. Throws
 * `InvalidKafkaSetting`.
 */
export function kafkaSettings(env: Environment): KafkaSettings {
  const brokers = brokersOf(env['KAFKA_BROKERS']);
  const sasl = saslOf(env);
  const tls = tlsOf(env);
  if (sasl?.mechanism === 'plain' && !tls) {
    throw new InvalidKafkaSetting(
      'KAFKA_SASL_MECHANISM is plain, which sends the password as it is; set KAFKA_TLS_CA, or take scram-sha-512.',
    );
  }
  return { brokers, ...(sasl && { sasl }), ...(tls && { tls }) };
}

function brokersOf(text: string | undefined): readonly string[] {
  const brokers = (text ?? '')
    .split(',')
    .map((broker) => broker.trim())
    .filter((broker) => broker !== '');
  const wrong = brokers.find((broker) => !isAddress(broker));
  if (brokers.length > 0 && wrong === undefined) return brokers;
  throw new InvalidKafkaSetting(
    `KAFKA_BROKERS ${wrong === undefined ? 'is missing' : `holds ${JSON.stringify(wrong)}`}; ` +
      'it must be a list of host:port with commas in between.',
  );
}

function isAddress(broker: string): boolean {
  const port = Number(/^(?:[^\s:/]+|\[[0-9a-fA-F:]+\]):(\d{1,5})$/.exec(broker)?.[1]);
  return port >= 1 && port <= 65_535;
}

function saslOf(env: Environment): Sasl | undefined {
  const names = ['KAFKA_SASL_MECHANISM', 'KAFKA_SASL_USERNAME', 'KAFKA_SASL_PASSWORD'] as const;
  if (!together(env, names)) return undefined;
  const [wanted, username, password] = names.map((name) => env[name] ?? '');
  const mechanism = mechanisms.find((known) => known === wanted?.toLowerCase());
  if (mechanism) return { mechanism, username: username ?? '', password: password ?? '' };
  throw new InvalidKafkaSetting(
    `KAFKA_SASL_MECHANISM is ${JSON.stringify(wanted)}; it must be one of ${mechanisms.join(', ')}.`,
  );
}

function tlsOf(env: Environment): Tls | undefined {
  const ca = pemOf(env, 'KAFKA_TLS_CA');
  const isKnown = together(env, ['KAFKA_TLS_CERT', 'KAFKA_TLS_KEY']);
  if (!isKnown) return ca === undefined ? undefined : { ca };
  const [cert, key] = [pemOf(env, 'KAFKA_TLS_CERT') ?? '', pemOf(env, 'KAFKA_TLS_KEY') ?? ''];
  return { ...(ca !== undefined && { ca }), cert, key };
}

/** All of them are set, or none. */
function together(env: Environment, names: readonly string[]): boolean {
  const missing = names.filter((name) => (env[name] ?? '') === '');
  if (missing.length === 0 || missing.length === names.length) return missing.length === 0;
  const given = names.filter((name) => !missing.includes(name));
  throw new InvalidKafkaSetting(`${missing.join(' and ')} must be set too, since ${given.join(' and ')} is.`);
}

function pemOf(env: Environment, name: string): string | undefined {
  const file = env[name] ?? '';
  if (file === '') return undefined;
  try {
    const text = readFileSync(file, 'utf8');
    if (text.includes('-----BEGIN ')) return text;
  } catch (error) {
    throw new InvalidKafkaSetting(`${name} names ${file}, which cannot be read.`, { cause: error });
  }
  throw new InvalidKafkaSetting(`${name} names ${file}, which is no PEM file.`);
}
