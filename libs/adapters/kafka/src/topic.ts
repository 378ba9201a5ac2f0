import type { Admin, ITopicConfig } from 'kafkajs';

/** How a topic is made that is not there yet. One that is there is left as it is. */
export interface TopicOptions {
  /**
   * The most replicas of a service that share the work of one group. Chosen once: with another number a key would
   * move to another partition, and its order would be lost.
   */
  readonly partitions?: number;
  /** Brokers that hold each message; -1 leaves it to the cluster (`default.replication.factor`). */
  readonly copies?: number;
}

/** A message with its key and id has at most so many bytes. */
export const mostMessageBytes = 4_000_000;

/** What a record batch adds to its messages. */
const overheadBytes = 10_000;

/** The topic of a channel: the same name, since that is what access lists and operators speak of. */
export function topicOf(channel: string): string {
  if (/^[a-zA-Z0-9._-]{1,249}$/.test(channel) && channel !== '.' && channel !== '..') return channel;
  throw new RangeError(
    `${JSON.stringify(channel)} is no channel on Kafka: up to 249 letters, digits, dots, hyphens and underscores`,
  );
}

/** A group takes one channel: two channels in one Kafka group would wait for each other's partitions. */
export function groupIdOf(prefix: string, group: string, channel: string): string {
  return `${prefix}${group}@${channel}`;
}

/**
 * Messages are kept for good. The key is the request's id and many messages of a request share it, so compaction would
 * leave only the last one; and a service that lost its store takes in everything again. How long offsets of a silent
 * group are kept is up to the cluster (`offsets.retention.minutes`, 7 days): after that it starts from the beginning,
 * which is safe, since what it has is a no-op.
 */
export function topicConfig(topic: string, { partitions = 12, copies = -1 }: TopicOptions): ITopicConfig {
  const entries = {
    'cleanup.policy': 'delete',
    'retention.ms': '-1',
    'retention.bytes': '-1',
    'max.message.bytes': String(mostMessageBytes + overheadBytes),
    // A publish is acknowledged by all copies but one, so that one broker may be away.
    ...(copies > 1 && { 'min.insync.replicas': String(copies - 1) }),
  };
  return {
    topic,
    numPartitions: partitions,
    replicationFactor: copies,
    configEntries: Object.entries(entries).map(([name, value]) => ({ name, value })),
  };
}

/** Looks first: a service that may not make topics may still use those that an operator made. */
export async function ensureTopic(admin: Admin, topic: string, options: TopicOptions): Promise<void> {
  if ((await admin.listTopics()).includes(topic)) return;
  await admin.createTopics({ topics: [topicConfig(topic, options)], waitForLeaders: true });
}
