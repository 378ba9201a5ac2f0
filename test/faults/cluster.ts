import { type RunningKafka, startKafka } from '@vestigo/kafka/testing';
import type { ServiceName } from '../e2e/separate-services';
import { Door } from './door';

export const serviceNames: readonly ServiceName[] = ['requesting', 'responding', 'oversight'];
const brokers = 3;

/** A cluster of three brokers; each service reaches each of them through a door of its own. */
export interface Cluster {
  readonly kafka: RunningKafka;
  readonly doors: ReadonlyMap<ServiceName, readonly Door[]>;
  /** `KAFKA_BROKERS` of a service behind its doors. */
  behindDoors(service: ServiceName): string;
  stop(): Promise<void>;
}

export async function startCluster(): Promise<Cluster> {
  const doors = new Map<ServiceName, readonly Door[]>();
  for (const service of serviceNames) {
    doors.set(service, await Promise.all(Array.from({ length: brokers }, () => Door.open())));
  }
  const kafka = await startKafka({
    brokers,
    doors: [...doors].map(([name, own]) => ({ name, advertised: own.map(({ port }) => port) })),
  });
  for (const [service, own] of doors) {
    own.forEach((door, index) => {
      door.leadTo(kafka.nodes[index]?.doors[service] ?? 0);
    });
  }
  return {
    kafka,
    doors,
    behindDoors: (service) =>
      (doors.get(service) ?? []).map(({ port }) => `127.0.0.1:${String(port)}`).join(),
    async stop() {
      await kafka.stop();
      await Promise.all([...doors.values()].flat().map((door) => door.close()));
    },
  };
}
