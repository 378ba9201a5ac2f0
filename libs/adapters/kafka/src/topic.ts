import type { Admin, ITopicConfig } from 'kafkajs';

/** How a topic is made that is not there yet. One that is there is left as it is. */
export interface TopicOptions {
  /**
   * The most replicas of a service that share the work of one group. Chosen once: with another number a key would
   * move to another partition, and its order would be lost.
   */
  readonly partitions?: number | ((channel: string) => number);
  /** Stands before the name of each topic, where several exchanges share a cluster. */
  readonly prefix?: string;
  /** Brokers that hold each message; -1 leaves it to the cluster (`default.replication.factor`). */
  readonly copies?: number;
}

/** A message with its key and id has at most so many bytes. */
export const mostMessageBytes = 4_000_000;

/** What a record batch adds to its messages. */
const overheadBytes = 10_000;

/** The topic of a channel: the same name, since that is what access lists and operators speak of. */
export function topicOf(channel: string, prefix = ''): string {
  const topic = `${prefix}${channel}`;
  if (/^[a-zA-Z0-9._-]{1,249}$/.test(topic) && topic !== '.' && topic !== '..') return topic;
  throw new RangeError(
    `${JSON.stringify(channel)} is no channel on Kafka: up to 249 letters, digits, dots, hyphens and underscores`,
  );
}

/**
 * A group takes channels of one family, such as the letter boxes `tracing-requests.FRA` and `tracing-requests.BEL`: its name does not
 * change with the States that a service is the desk of. Two families in one Kafka group would wait for each other's partitions.
 */
export function groupIdOf(prefix: string, group: string, channels: readonly string[]): string {
  const families = new Set(channels.map((channel) => channel.replace(/\..*/s, '')));
  return `${prefix}${group}@${[...families].sort().join('_')}`;
}

/**
 * Messages are kept for good. The key is the request's id and many messages of a request share it, so compaction would
 * leave only the last one; and a service that lost its store takes in everything again. How long offsets of a silent
 * group are kept is up to the cluster (`offsets.retention.minutes`, 7 days): after that it starts from the beginning,
 * which is safe, since what it has is a no-op.
 */
export function topicConfig(
  channel: string,
  { partitions = 12, copies = -1, prefix }: TopicOptions,
): ITopicConfig {
  const entries = {
    'cleanup.policy': 'delete',
    'retention.ms': '-1',
    'retention.bytes': '-1',
    'max.message.bytes': String(mostMessageBytes + overheadBytes),
    // A publish is acknowledged by all copies but one, so that one broker may be away.
    ...(copies > 1 && { 'min.insync.replicas': String(copies - 1) }),
  };
  return {
    topic: topicOf(channel, prefix),
    numPartitions: typeof partitions === 'number' ? partitions : partitions(channel),
    replicationFactor: copies,
    configEntries: Object.entries(entries).map(([name, value]) => ({ name, value })),
  };
}

/**
 * Looks first: a service that may not make topics may still use those that an operator made. Resolves with the channels whose
 * topics were missing.
 */
export async function ensureTopics(
  admin: Admin,
  channels: readonly string[],
  options: TopicOptions,
): Promise<readonly string[]> {
  const present = new Set(await admin.listTopics());
  const missing = channels.filter((channel) => !present.has(topicOf(channel, options.prefix)));
  if (missing.length === 0) return [];
  await admin.createTopics({
    topics: missing.map((channel) => topicConfig(channel, options)),
    waitForLeaders: true,
  });
  return missing;
}
