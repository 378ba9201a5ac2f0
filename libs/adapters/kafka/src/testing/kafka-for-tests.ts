import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';
import { GenericContainer, getContainerRuntimeClient, Wait } from 'testcontainers';
import { kafkaFolder, startKafka } from './running-kafka';

export interface KafkaForTests {
  readonly brokers: readonly string[];
  readonly how: 'KAFKA_BROKERS' | 'Docker' | 'Maven';
  readonly version: string;
  stop(): Promise<void>;
}

/**
 * Why there can be no broker here, to be said aloud instead of running; undefined when there can be one. In CI there
 * must be one, so nothing is missing there until it fails.
 */
export function missingKafka(): string | undefined {
  const { KAFKA_BROKERS, DOCKER_HOST } = process.env;
  const mayHaveOne =
    KAFKA_BROKERS !== undefined || DOCKER_HOST !== undefined || existsSync('/var/run/docker.sock');
  return mayHaveOne ? undefined : missingJava();
}

/** The same for a broker that a test may stop or whose access lists it may change. */
export function missingJava(): string | undefined {
  if (process.env['CI'] === 'true') return undefined;
  const { stdout } = spawnSync(process.execPath, [join(kafkaFolder, 'run.mjs'), '--missing'], {
    encoding: 'utf8',
  });
  return stdout.trim() || undefined;
}

/** A real broker: the one that `KAFKA_BROKERS` names, else in Docker, else from Maven's jars on Java. */
export async function kafkaForTests(): Promise<KafkaForTests> {
  const { KAFKA_BROKERS } = process.env;
  if (KAFKA_BROKERS) {
    const brokers = KAFKA_BROKERS.split(',');
    return { brokers, how: 'KAFKA_BROKERS', version: 'unknown', stop: () => Promise.resolve() };
  }
  if (await hasDocker()) return inDocker();
  const { bootstrap, version, stop } = await startKafka();
  return { brokers: bootstrap, how: 'Maven', version, stop };
}

async function hasDocker(): Promise<boolean> {
  return getContainerRuntimeClient().then(
    () => true,
    () => false,
  );
}

/** Clients come back to the address that the broker tells them: the port must be known before it starts. */
async function inDocker(): Promise<KafkaForTests> {
  const image = imageOf('apache/kafka');
  const port = await freePort();
  const container = await new GenericContainer(image)
    .withExposedPorts({ container: 9092, host: port })
    .withEnvironment({
      KAFKA_NODE_ID: '1',
      KAFKA_PROCESS_ROLES: 'broker,controller',
      KAFKA_CONTROLLER_QUORUM_VOTERS: '1@localhost:9093',
      KAFKA_LISTENERS: 'CLIENT://0.0.0.0:9092,CONTROLLER://localhost:9093',
      KAFKA_ADVERTISED_LISTENERS: `CLIENT://127.0.0.1:${port}`,
      KAFKA_LISTENER_SECURITY_PROTOCOL_MAP: 'CLIENT:PLAINTEXT,CONTROLLER:PLAINTEXT',
      KAFKA_CONTROLLER_LISTENER_NAMES: 'CONTROLLER',
      KAFKA_INTER_BROKER_LISTENER_NAME: 'CLIENT',
      KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR: '1',
      KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS: '0',
      KAFKA_AUTO_CREATE_TOPICS_ENABLE: 'false',
    })
    .withWaitStrategy(Wait.forLogMessage(/Kafka Server started/))
    .start();
  return {
    brokers: [`127.0.0.1:${port}`],
    how: 'Docker',
    version: image.split(':').at(-1) ?? image,
    stop: async () => {
      await container.stop();
    },
  };
}

/** Versions of images stand in infra/compose.yaml and nowhere else. */
function imageOf(name: string): string {
  const compose = readFileSync(join(kafkaFolder, '..', 'compose.yaml'), 'utf8');
  const image = compose.split(/\s+/).find((word) => word.includes(`${name}:`));
  if (image === undefined) throw new Error(`infra/compose.yaml names no image of ${name}`);
  return image;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}
