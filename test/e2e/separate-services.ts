import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Role } from '@vestigo/identity';
import type { Desk } from './desk';
import { ServiceProcess, temporaryFolder } from './service-process';

export type ServiceName = 'requesting' | 'responding' | 'oversight';

/** Services as processes of their own, on one broker, with channels that no other test sees. */
export interface Services {
  readonly folder: string;
  /** What every service of this world is told. */
  readonly env: Readonly<Record<string, string>>;
  /** Starts a service, or another replica of it, in a folder of its own. */
  start(service: ServiceName, env?: Readonly<Record<string, string>>): Promise<ServiceProcess>;
  /** The same service in the folder of one that has ended. */
  startAgain(service: ServiceName, earlier: ServiceProcess): Promise<ServiceProcess>;
  /** Somebody signed in at a service. */
  desk(at: ServiceProcess, role: Role, state: string | null): Promise<Desk>;
}

export async function separateServices(env: Readonly<Record<string, string>> = {}): Promise<Services> {
  const folder = await temporaryFolder();
  const keys = join(folder, 'keys');
  const shared = {
    VESTIGO_KEYS: keys,
    VESTIGO_STATES: 'BRB,JAM,TTO,USA',
    KAFKA_BROKERS: process.env['KAFKA_BROKERS'] ?? '',
    KAFKA_TOPIC_PREFIX: `${randomUUID().slice(0, 8)}.`,
    ...env,
  };
  const startIn = async (service: ServiceName, data: string, more: Readonly<Record<string, string>>) => {
    const started = new ServiceProcess(service, [], data, { ...shared, ...more });
    await started.said('Ctrl-C stops it.');
    return started;
  };
  let replicas = 0;
  return {
    folder,
    env: shared,
    start: (service, more = {}) =>
      startIn(service, join(folder, `${service}-${String((replicas += 1))}`), more),
    startAgain: (service, earlier) => startIn(service, earlier.folder, {}),
    desk: (at, role, state) => at.desk(role, state, keys),
  };
}
