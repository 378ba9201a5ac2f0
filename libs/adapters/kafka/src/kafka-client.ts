import { createRequire } from 'node:module';
import { Kafka, type LogEntry, logLevel, type SASLOptions } from 'kafkajs';
import type { KafkaSettings } from './kafka-settings';

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

interface RequestQueue {
  readonly pending: readonly unknown[];
  scheduleCheckPendingRequests(): void;
}

/**
 * kafkajs 2.2.4 sets a timer after each answer even when no request waits, and its delay is then negative, which Node
 * 24 warns of. Without the timer nothing changes: a request that comes later sets its own.
 */
function withoutNegativeTimers(queue: RequestQueue): void {
  const schedule = queue.scheduleCheckPendingRequests;
  queue.scheduleCheckPendingRequests = function (this: RequestQueue) {
    if (this.pending.length > 0) schedule.call(this);
  };
}

const { prototype } = createRequire(__filename)('kafkajs/src/network/requestQueue') as {
  readonly prototype: RequestQueue;
};
withoutNegativeTimers(prototype);
