import { type ChannelAccess, grantAccess } from './channel-access';
import { kafkaClient, type KafkaClientOptions } from './kafka-client';
import { meaningOf } from './refusal';
import { ensureTopics, type TopicOptions } from './topic';

export interface Provision {
  readonly channels: readonly string[];
  readonly topics: TopicOptions;
  readonly access: readonly ChannelAccess[];
}

/**
 * Makes the topics that are not there yet and grants access to them; doing it twice is doing it once. Resolves with the channels
 * whose topics were made. Throws `AccessRefused` for one who may not, `Unavailable`.
 */
export async function provision(
  client: KafkaClientOptions,
  { channels, topics, access }: Provision,
): Promise<readonly string[]> {
  const admin = kafkaClient(client).admin();
  try {
    await admin.connect();
    const made = await ensureTopics(admin, channels, topics);
    for (const one of access) await grantAccess(admin, one);
    return made;
  } catch (error) {
    throw meaningOf(error);
  } finally {
    await admin.disconnect();
  }
}
