import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { EventStore } from '@vestigo/kernel';
import { type KurrentEventStoreOptions, openKurrentEventStore } from '@vestigo/kurrent';
import { holdFolder } from '@vestigo/service';
import { openSqliteEventStore } from '@vestigo/sqlite';
import { ensureFree, putInPlace } from '../operator/free-folder';
import { LOG } from '../operator/manifest';
import { CannotMigrate } from './cannot-migrate';
import { type Copied, copyLog } from './copy-log';
import { copyPhotographs } from './copy-photographs';
import { isEqual } from './finding';
import { type Named, placesForOneHouse } from './photograph-places';
import { proveEqual } from './prove-equal';
import { eventsOf } from './read-log';
import type { Migrated } from './to-services';
import { forOneHouse } from './transcript';

/** Milliseconds in which a service that runs renews a lease at least once. */
const signOfLife = 2_500;

/**
 * Copies what services keep in an event store into a data folder that is not there yet. It is built beside, under a name that
 * a copying that goes on finds again, and renamed once it is proved equal. Throws `CannotMigrate`, `UnusableBackup`,
 * `UnusableFolder`, `Unavailable`.
 */
export async function migrateToOneHouse(from: KurrentEventStoreOptions, order: Named): Promise<Migrated> {
  const { data } = order;
  await ensureFree(data);
  const beside = join(dirname(data), `.${basename(data)}-migrating`);
  const held = holdFolder(beside);
  const source = openKurrentEventStore(from);
  const target = openSqliteEventStore({ file: join(beside, LOG) });
  let migrated: Migrated;
  try {
    const places = await placesForOneHouse({ ...order, data: beside }, source);
    const copied = await copyLog({ source, target, transcript: forOneHouse() });
    if (copied.seen === 0) throw new CannotMigrate('The event store is empty.');
    const photographs = await copyPhotographs(places);
    const findings = await proveEqual({
      source: { store: source, separate: true },
      target: { store: target, separate: false },
      photographs: places,
      transcript: forOneHouse,
      now: Date.now(),
    });
    await ensureAtRest(source, copied);
    migrated = { ...copied, photographs, findings };
  } finally {
    await target.close();
    await source.close();
    held.release();
  }
  if (migrated.findings.every(isEqual)) await putInPlace(beside, data);
  return migrated;
}

/** Nothing tells a running service from one that has ended but what it writes. */
async function ensureAtRest(source: EventStore, { seen }: Copied): Promise<void> {
  await sleep(signOfLife);
  for await (const { stream } of eventsOf(source, { after: seen })) {
    throw new CannotMigrate(
      `Services still write to the event store (${stream}). Stop them and run this again: it goes on where it ended.`,
    );
  }
}
