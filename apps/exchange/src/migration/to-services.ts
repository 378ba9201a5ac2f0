import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { settled, startLoopsHere } from '@vestigo/service';
import { type KurrentEventStoreOptions, openKurrentEventStore } from '@vestigo/kurrent';
import { type Exchange, openExchange } from '../exchange';
import { progressOf } from '../history/progress';
import { LOG } from '../operator/manifest';
import { CannotMigrate } from './cannot-migrate';
import { type Copied, copyLog } from './copy-log';
import { type CopiedPhotographs, copyPhotographs } from './copy-photographs';
import type { Finding } from './finding';
import type { PhotographPlaces } from './photograph-places';
import { proveEqual } from './prove-equal';
import { ensureUnused, startLeases } from './start-leases';
import { forServices } from './transcript';

export interface Migrated extends Copied {
  readonly photographs: CopiedPhotographs;
  readonly findings: readonly Finding[];
}

/**
 * Copies the exchange in a data folder into an event store, for services that run by themselves. The folder is held all the
 * while, and the exchange first finishes what is under way in it, so that no message has to be carried over.
 * Throws `CannotMigrate`, `UnusableFolder`, `Unavailable`.
 */
export async function migrateToServices(
  data: string,
  to: KurrentEventStoreOptions,
  places: PhotographPlaces,
): Promise<Migrated> {
  if (!existsSync(join(data, LOG))) {
    throw new CannotMigrate(`${data} holds no log of an exchange. Name its data folder in VESTIGO_DATA.`);
  }
  const exchange = openExchange({ data });
  const target = openKurrentEventStore(to);
  try {
    await ensureUnused(target);
    await drain(exchange);
    const { stored: source } = exchange;
    const progress = progressOf('Events looked at', await source.head());
    const copied = await copyLog({
      ...{ source, target, transcript: forServices() },
      looked: () => {
        progress.add(1);
      },
    });
    progress.end();
    if (copied.last) await startLeases(target, copied.last);
    const photographs = await copyPhotographs(places);
    const findings = await proveEqual({
      source: { store: source, separate: false },
      target: { store: target, separate: true },
      photographs: places,
      transcript: forServices,
      now: Date.now(),
    });
    return { ...copied, photographs, findings };
  } finally {
    await target.close();
    await exchange.close();
  }
}

/** Until every desk has heard what the others said, and every deadline that has passed is recorded. */
async function drain(exchange: Exchange): Promise<void> {
  const loops = startLoopsHere(exchange, (line) => {
    process.stderr.write(`${line}\n`);
  });
  try {
    await settled(exchange);
  } finally {
    await loops.stop();
  }
}
