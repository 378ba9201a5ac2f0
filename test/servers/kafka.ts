import { type KafkaForTests, kafkaForTests, missingKafka } from '@vestigo/kafka/testing';

let running: KafkaForTests | undefined;

/** Starts the broker that all integration tests share, and gives the line that says which one it is. */
export async function startSharedKafka(): Promise<string> {
  const missing = missingKafka();
  if (missing !== undefined) return `Kafka: none, so its tests are skipped. ${missing}`;
  running = await kafkaForTests();
  process.env['KAFKA_BROKERS'] = running.brokers.join(',');
  return `Kafka ${running.version}, how: ${running.how}`;
}

export async function stopSharedKafka(): Promise<void> {
  await running?.stop();
}
