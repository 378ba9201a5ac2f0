import { Kafka, type LogEntry, logLevel, type SASLOptions } from 'kafkajs';
import type { KafkaSettings } from './kafka-settings';
import { keepSteadyTime } from './steady-time';
import { endStoppedFetching } from './stopped-fetching';

export interface KafkaClientOptions extends KafkaSettings {
  /** What the broker's log calls us. */
  readonly clientId?: string;
  /** Told what kafkajs would print. It reports as errors what it mends by itself, so by default nobody is. */
  readonly onLog?: (entry: LogEntry) => void;
}

const connectingMs = 3000;
/** A broker that is there but does not answer within this is taken for gone. */
const answeringMs = 10_000;

/** Short: what goes on for longer is tried again by us, and told. */
const retry = { initialRetryTime: 50, maxRetryTime: 1000, retries: 5 };

/** kafkajs for these brokers. */
export function kafkaClient({ brokers, sasl, tls, clientId = 'vestigo', onLog }: KafkaClientOptions): Kafka {
  return new Kafka({
    clientId,
    brokers: [...brokers],
    connectionTimeout: connectingMs,
    requestTimeout: answeringMs,
    retry,
    logLevel: onLog ? logLevel.INFO : logLevel.NOTHING,
    logCreator: () => (entry) => onLog?.(entry),
    // A union by mechanism, whose members are alike.
    ...(sasl && { sasl: sasl as SASLOptions }),
    ...(tls && { ssl: tls }),
  });
}

keepSteadyTime();
endStoppedFetching();
