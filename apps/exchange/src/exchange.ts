import { join } from 'node:path';
import { type DynamicModule } from '@nestjs/common';
import { directory } from '@vestigo/directory';
import { regimeProfiles } from '@vestigo/deadlines';
import type { Log, Loop, Transport, View } from '@vestigo/kernel';
import { oversight } from '@vestigo/oversight';
import { requesting } from '@vestigo/requesting';
import { responding } from '@vestigo/responding';
import {
  createUuidV7,
  openSqliteEventStore,
  openSqliteReadStore,
  openSqliteTransport,
} from '@vestigo/sqlite';
import type { Config } from './config';
import { holdFolder } from './data-folder';

/** The parts of an exchange that runs in one process on embedded SQLite. */
export interface Exchange {
  readonly log: Log;
  readonly transport: Transport;
  /** What oversight knows of each request. */
  readonly clocks: View;
  readonly modules: readonly DynamicModule[];
  readonly loops: readonly Loop[];
  close(): Promise<void>;
}

export interface ExchangeOptions {
  /** Milliseconds since 1970 (UTC); the clock of the machine unless told. */
  readonly now?: () => number;
  /** What loops await between two batches; nothing but a turn of the event loop unless told. */
  readonly breathe?: (workedMs: number) => Promise<void>;
}

/** Opens the data folder and puts every context on it: the only place that names an adapter. */
export function openExchange(
  { data }: Pick<Config, 'data'>,
  { now = Date.now, breathe }: ExchangeOptions = {},
): Exchange {
  const held = holdFolder(data);
  const pace = breathe ? { breathe } : {};
  const store = openSqliteEventStore({ file: join(data, 'log.db'), clock: now, ...pace });
  const transport = openSqliteTransport({ file: join(data, 'transport.db'), ...pace });
  const readStore = openSqliteReadStore({ file: join(data, 'views.db') });
  const log = { store, newId: createUuidV7(now) };
  const participants = directory({ log, readStore, now });
  const overview = oversight({ log, readStore, profiles: regimeProfiles, now });
  const desks = [
    requesting({ log, readStore, transport, now }),
    responding({ log, readStore, transport, now, deskClock: participants.deskClock }),
  ];
  const contexts = [participants, ...desks, overview];
  return {
    log,
    transport,
    clocks: overview.clocks,
    modules: contexts.map(({ module }) => module),
    loops: contexts.flatMap(({ loops }) => loops),
    async close() {
      await transport.close();
      await store.close();
      readStore.close();
      held.release();
    },
  };
}
