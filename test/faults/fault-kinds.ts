import { rm, writeFile } from 'node:fs/promises';
import { startStandInProcess } from '@vestigo/kurrent/testing';
import { sendAgain } from './again';
import { serviceNames } from './cluster';
import type { SmallDisk } from './small-disk';
import type { World } from './world';

export const faultKinds = [
  'kill -9 of requesting',
  'kill -9 of responding',
  'kill -9 of oversight',
  'a replica leaves in mid-batch',
  'one of three brokers lost',
  'all brokers killed',
  'store killed',
  'store out of reach',
  'network cut',
  'network silent',
  'network slow',
  'clock ahead',
  'clock behind',
  'messages again',
  'full disk',
] as const;
export type FaultKind = (typeof faultKinds)[number];

/** Something that goes wrong, and how it comes right again. */
export interface Fault {
  readonly kind: FaultKind;
  readonly name: string;
  /** Only one fault at a time has its way with this. */
  readonly touches: string;
  inject(): Promise<void>;
  undo(): Promise<void>;
}

const hour = 3_600_000;
/** Milliseconds that a slow link takes for each piece, each way. */
const slowness = 120;

/** Every fault that can happen to a world. */
export function faultsOf(world: World, chance: () => number, disk: SmallDisk | undefined): readonly Fault[] {
  return [
    ...kills(world),
    ...rebalances(world),
    ...brokerFaults(world),
    ...storeFaults(world),
    ...networkFaults(world),
    ...clockFaults(world),
    {
      kind: 'messages again',
      name: 'messages twice, late and in another order',
      touches: 'brokers',
      inject: () => sendAgain(world.cluster.kafka.bootstrap, world.prefix, chance),
      undo: () => Promise.resolve(),
    },
    ...(disk ? [fullDisk(disk)] : []),
  ];
}

function kills(world: World): readonly Fault[] {
  return serviceNames.map((service) => ({
    kind: `kill -9 of ${service}`,
    name: `kill -9 of ${service}`,
    touches: service,
    async inject() {
      await Promise.all(world.of(service).map((station) => station.end('SIGKILL')));
    },
    async undo() {
      await Promise.all(world.of(service).map((station) => station.start()));
    },
  }));
}

/** One of two replicas goes and comes back: the other one takes its partitions over, and hands some back. */
function rebalances(world: World): readonly Fault[] {
  const [, second] = world.of('responding');
  if (!second) return [];
  return (['SIGKILL', 'SIGTERM'] as const).map((signal) => ({
    kind: 'a replica leaves in mid-batch',
    name: `a replica of responding leaves in mid-batch by ${signal}`,
    touches: 'responding',
    inject: () => second.end(signal),
    undo: () => second.start(),
  }));
}

function brokerFaults({ cluster: { kafka } }: World): readonly Fault[] {
  const lost = kafka.nodes.map((node): Fault => ({
    kind: 'one of three brokers lost',
    name: `broker ${String(node.id)} of three lost`,
    touches: 'brokers',
    inject: () => node.kill(),
    undo: () => node.start(),
  }));
  return [
    ...lost,
    {
      kind: 'all brokers killed',
      name: 'all brokers killed and started again',
      touches: 'brokers',
      async inject() {
        await Promise.all(kafka.nodes.map((node) => node.kill()));
      },
      async undo() {
        await Promise.all(kafka.nodes.map((node) => node.start()));
      },
    },
  ];
}

function storeFaults(world: World): readonly Fault[] {
  return [...world.stores].flatMap(([service, store]): readonly Fault[] => {
    const touches = `store of ${service}`;
    const undo = now(() => {
      store.door.heal();
    });
    const network = { kind: 'store out of reach', touches, undo } as const;
    return [
      {
        kind: 'store killed',
        name: `${touches} (a stand-in) killed and started again`,
        touches,
        inject: () => store.process.end('SIGKILL'),
        async undo() {
          store.process = await startStandInProcess(store.process.port, store.file);
        },
      },
      { ...network, name: `network to the ${touches} cut`, inject: now(() => store.door.cut()) },
      { ...network, name: `network to the ${touches} silent`, inject: now(() => store.door.stall()) },
    ];
  });
}

function networkFaults({ cluster }: World): readonly Fault[] {
  return [...cluster.doors].flatMap(([service, doors]): readonly Fault[] => {
    const network = {
      touches: `network of ${service}`,
      undo: now(() => doors.forEach((door) => door.heal())),
    };
    const name = `network of ${service} to the brokers`;
    return [
      {
        ...network,
        kind: 'network cut',
        name: `${name} cut`,
        inject: now(() => doors.forEach((door) => door.cut())),
      },
      {
        ...network,
        kind: 'network silent',
        name: `${name} silent`,
        inject: now(() => doors.forEach((door) => door.stall())),
      },
      {
        ...network,
        kind: 'network slow',
        name: `${name} slow`,
        inject: now(() => doors.forEach((door) => door.slow(slowness))),
      },
    ];
  });
}

function clockFaults(world: World): readonly Fault[] {
  return serviceNames.flatMap((service) =>
    (['ahead', 'behind'] as const).map((way): Fault => ({
      kind: `clock ${way}`,
      name: `clock of ${service} an hour ${way}`,
      touches: `clock of ${service}`,
      inject: () => writeFile(world.clockFile(service), String(way === 'ahead' ? hour : -hour)),
      undo: () => rm(world.clockFile(service), { force: true }),
    })),
  );
}

function fullDisk(disk: SmallDisk): Fault {
  return {
    kind: 'full disk',
    name: 'full disk of requesting',
    touches: 'disk',
    inject: now(() => disk.fill()),
    undo: now(() => disk.free()),
  };
}

const now = (work: () => void) => () => {
  work();
  return Promise.resolve();
};
