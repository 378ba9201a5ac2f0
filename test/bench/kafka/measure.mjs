import { whatIsMissing } from '../../../infra/kafka/cluster.mjs';
import { startBroker } from './broker.mjs';
import { measureJourneys } from './journey.mjs';
import { measureTransport } from './transport.mjs';

/** Needs Java; where there is none it says so and measures nothing. */
export async function* measureKafka(options) {
  const missing = whatIsMissing();
  if (missing !== undefined) {
    process.stderr.write(`kafka: LEFT OUT. ${missing}\n`);
    return;
  }
  const broker = await startBroker();
  process.stderr.write(`kafka: Kafka ${broker.version} of this run\n`);
  try {
    yield* measureTransport({ ...options, broker });
    yield* measureJourneys({ ...options, broker });
  } finally {
    await broker.stop();
  }
}
