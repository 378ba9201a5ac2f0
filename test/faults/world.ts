import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { openIssuer } from '@vestigo/identity';
import type { EventStore, RecordedEvent } from '@vestigo/kernel';
import { openKurrentEventStore } from '@vestigo/kurrent';
import { type StandInProcess, startStandInProcess } from '@vestigo/kurrent/testing';
import { openSqliteEventStore } from '@vestigo/sqlite';
import { Desk } from '../e2e/desk';
import type { ServiceName } from '../e2e/separate-services';
import { temporaryFolder } from '../e2e/service-process';
import { type Cluster, serviceNames } from './cluster';
import { Door } from './door';
import { allStates, historian } from './journeys';
import type { Counters } from './officers';
import type { Ledgers } from './reconcile';
import { Station } from './station';

/** Services whose log is on a server, here always a stand-in of KurrentDB. */
const replicas: Readonly<Record<ServiceName, number>> = { requesting: 1, responding: 2, oversight: 1 };
const onServer: readonly ServiceName[] = ['responding'];

export interface Store {
  readonly file: string;
  readonly door: Door;
  process: StandInProcess;
}

export interface WorldWanted {
  /** Services reach brokers and stores through doors. */
  readonly doors: boolean;
  /** Where a service keeps its data; a folder of the world unless told. */
  readonly folders?: Readonly<Partial<Record<ServiceName, string>>>;
}

/** Three services with all that stands behind them, on channels that nobody else sees. */
export class World implements Counters {
  private constructor(
    readonly cluster: Cluster,
    readonly prefix: string,
    readonly folder: string,
    readonly stations: readonly Station[],
    readonly stores: ReadonlyMap<ServiceName, Store>,
    private readonly tokens: ReadonlyMap<string, string>,
    private readonly coordinator: string,
  ) {}

  static async open(cluster: Cluster, { doors, folders = {} }: WorldWanted): Promise<World> {
    const folder = await temporaryFolder();
    const keys = join(folder, 'keys');
    const prefix = `${randomUUID().slice(0, 8)}.`;
    const stores = new Map<ServiceName, Store>();
    for (const service of onServer) {
      const file = join(folder, `${service}.log`);
      const process = await startStandInProcess(0, file);
      stores.set(service, { file, process, door: await Door.open(process.port) });
    }
    const envOf = (service: ServiceName) => {
      const store = stores.get(service);
      const port = doors ? store?.door.port : store?.process.port;
      return {
        VESTIGO_KEYS: keys,
        VESTIGO_STATES: allStates.join(),
        KAFKA_TOPIC_PREFIX: prefix,
        KAFKA_BROKERS: doors ? cluster.behindDoors(service) : cluster.kafka.bootstrap.join(),
        ...(port !== undefined && { EVENTSTORE_URL: `esdb://127.0.0.1:${String(port)}?tls=false` }),
        NODE_OPTIONS: `--import ${pathToFileURL(join(__dirname, 'clock-step.mjs')).href}`,
        CLOCK_STEP_FILE: clockFile(folder, service),
      };
    };
    const stations = serviceNames.flatMap((service) =>
      Array.from({ length: replicas[service] }, (_, index) => {
        const own = folders[service] ?? join(folder, `${service}-${String(index + 1)}`);
        return new Station(service, index + 1, own, envOf(service));
      }),
    );
    await mkdir(keys);
    const issuer = await openIssuer(keys);
    const tokens = new Map<string, string>();
    for (const state of allStates) {
      tokens.set(state, await issuer.issue({ subject: `officer of ${state}`, state, role: 'officer' }, week));
    }
    const coordinator = await issuer.issue({ subject: 'chair', state: null, role: 'coordinator' }, week);
    await Promise.all(stations.map((station) => station.start()));
    return new World(cluster, prefix, folder, stations, stores, tokens, coordinator);
  }

  #turn = 0;

  address(service: ServiceName): string | undefined {
    const open = this.of(service).flatMap(({ address }) => address ?? []);
    this.#turn += 1;
    return open[this.#turn % open.length];
  }

  token(state: string): string {
    return this.tokens.get(state) ?? '';
  }

  of(service: ServiceName): readonly Station[] {
    return this.stations.filter((station) => station.service === service);
  }

  clockFile(service: ServiceName): string {
    return clockFile(this.folder, service);
  }

  /** Whether every loop of every station says that nothing is left to it: one that cannot tell is not at rest. */
  async atRest(): Promise<boolean> {
    const said = await Promise.all(this.stations.map((station) => station.behind()));
    return said.every((behind) => behind && Object.values(behind).every((left) => left === 0));
  }

  /** How every station stands. */
  async plight(): Promise<readonly string[]> {
    return (await Promise.all(this.stations.map((station) => station.plight()))).flat();
  }

  async ledgers(): Promise<Ledgers> {
    const [requesting = [], responding = [], oversight = []] = await Promise.all(
      serviceNames.map((service) => this.#log(service)),
    );
    return { requesting, responding, oversight };
  }

  /** Figures of every pair, without those that tell how long the desks of this world took. */
  async table(): Promise<readonly object[]> {
    const desk = new Desk(this.address('oversight') ?? '', this.coordinator);
    const { status, body, text } = await desk.get<{ readonly items: readonly PairFigures[] }>(
      '/v1/oversight/pairs?limit=200',
    );
    if (status !== 200) throw new Error(text);
    return body.items.map((figures) =>
      figures.requestingState === historian ? figures : withoutWaits(figures),
    );
  }

  async close(): Promise<void> {
    await Promise.all(this.stations.map((station) => station.end('SIGKILL')));
    for (const { process, door } of this.stores.values()) {
      await process.end();
      await door.close();
    }
  }

  async #log(service: ServiceName): Promise<readonly RecordedEvent[]> {
    const server = this.stores.get(service);
    const store = server
      ? openKurrentEventStore({ connectionString: server.process.connectionString })
      : openSqliteEventStore({ file: join(this.of(service)[0]?.folder ?? '', 'log.db') });
    try {
      return await wholeLog(store);
    } finally {
      await store.close();
    }
  }
}

const week = 7 * 86_400;

const clockFile = (folder: string, service: ServiceName) => join(folder, `${service}.clock`);

interface PairFigures extends Readonly<Record<string, unknown>> {
  readonly requestingState: string;
}

function withoutWaits(figures: PairFigures): PairFigures {
  const {
    medianDaysToAcknowledge: _,
    p90DaysToAcknowledge: __,
    medianDaysToAnswer: ___,
    p90DaysToAnswer: ____,
    medianNetDaysToAnswer: _____,
    p90NetDaysToAnswer: ______,
    ...rest
  } = figures;
  return rest;
}

async function wholeLog(store: EventStore): Promise<readonly RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  const head = await store.head();
  for (let after = 0; after < head;) {
    const batch = await store.readAll({ after });
    events.push(...batch.events);
    if (batch.through <= after) break;
    after = batch.through;
  }
  return events;
}
