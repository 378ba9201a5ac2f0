import { join } from 'node:path';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { directory, recordedDeskClocks, suggestions } from '@vestigo/directory';
import { regimeProfiles } from '@vestigo/deadlines';
import {
  type EventStore,
  type Log,
  soleLeadership,
  type Transport,
  type View,
  withCurrentForms,
} from '@vestigo/kernel';
import { oversight } from '@vestigo/oversight';
import { photographs, photographSettings } from '@vestigo/photographs';
import { deadLetterLoop, type Inbound, ONE_HOUSE } from '@vestigo/protocol';
import { repliesInbound, requesting } from '@vestigo/requesting';
import { requestsInbound, responding } from '@vestigo/responding';
import { holdFolder, observed, type ServiceParts, type Telemetry } from '@vestigo/service';
import {
  borrowSqliteEventStore,
  createUuidV7,
  openSqliteEventStore,
  openSqliteReadStore,
  openSqliteTransport,
  openThreadedEventStore,
  type Pace,
} from '@vestigo/sqlite';
import { STATE_CODES } from '@vestigo/states';
import type { Config } from './config';
import { FORMS } from './forms';
import { shortPauses } from './short-pauses';

/** The parts of an exchange that runs in one process on embedded SQLite. */
export interface Exchange extends ServiceParts {
  readonly data: string;
  readonly transport: Transport;
  /** What oversight knows of each request. */
  readonly clocks: View;
  /** The log with every event in the form in which it was stored: for what copies or compares it. */
  readonly stored: EventStore;
}

/** An exchange whose loops may run in another thread. */
export interface LendingExchange extends Exchange {
  /** What `joinExchange` needs, to be transferred to the other thread. */
  lend(): MessagePort;
}

type Clock = () => number;

/** Opens the data folder and puts every context on it. `now`: milliseconds since 1970 (UTC). Without `telemetry` nobody looks on. */
export function openExchange(
  { data }: Pick<Config, 'data'>,
  now: Clock = Date.now,
  telemetry?: Telemetry,
  thread: 'own' | 'same' = 'same',
): LendingExchange {
  const held = holdFolder(data);
  const file = logFile(data);
  const store =
    thread === 'own' ? openThreadedEventStore({ file }) : openSqliteEventStore({ file, clock: now });
  const exchange = assembledOn(store, () => assemble(data, store, now, telemetry));
  return {
    ...exchange,
    lend() {
      const { port1, port2 } = new MessageChannel();
      store.serve(port1);
      return port2;
    },
    async close() {
      await exchange.close();
      held.release();
    },
  };
}

/** Where another database cannot be opened, the thread of the log would keep the process alive, silent. */
function assembledOn<Parts>(store: EventStore, assembled: () => Parts): Parts {
  try {
    return assembled();
  } catch (error) {
    void store.close();
    throw error;
  }
}

/** Milliseconds: under load many events share a sync of the disk, and the other desk notices nothing. */
const gatherMs = 20;

/** The same exchange in another thread of the process that opened it. */
export function joinExchange(data: string, port: MessagePort, telemetry: Telemetry): Exchange {
  const pace = { gatherMs, pause: shortPauses() };
  const store = borrowSqliteEventStore({ file: logFile(data), port, ...pace });
  return assemble(data, store, Date.now, telemetry, pace);
}

/** The log of an exchange by itself, which may be running. */
export function openLog(data: string): Log {
  const stored = openSqliteEventStore({ file: logFile(data) });
  return { store: withCurrentForms(stored, FORMS), newId: createUuidV7(Date.now) };
}

/** How the desks of an exchange follow messages, for one that is run again. */
export function inboundsOn(log: Log, now: Clock): readonly Inbound[] {
  const parts = { log, now, deskClock: recordedDeskClocks(log.store, now) };
  return [requestsInbound(parts), repliesInbound(parts)];
}

const logFile = (data: string) => join(data, 'log.db');

/** The only place that names an adapter. */
function assemble(
  data: string,
  stored: EventStore,
  now: Clock,
  telemetry: Telemetry | undefined,
  pace: Pace = {},
): Exchange {
  const readStore = openSqliteReadStore({ file: join(data, 'views.db'), pause: pace.pause });
  const parts = {
    log: { store: withCurrentForms(stored, FORMS), newId: createUuidV7(now) },
    transport: openSqliteTransport({ file: join(data, 'transport.db'), ...pace }),
    leadership: soleLeadership(readStore),
  };
  const { log, transport, leadership } = telemetry ? observed(parts, telemetry, 'sqlite') : parts;
  const participants = directory({ log, readStore, now });
  const overview = oversight({ log, readStore, profiles: regimeProfiles, now });
  const post = {
    transport,
    leadership,
    addressing: ONE_HOUSE,
    states: STATE_CODES,
  };
  const pictures = photographs({ log, post, settings: photographSettings(process.env, data) });
  const { reading } = participants;
  const { deskClock } = reading;
  const { inbound: alongside, known } = pictures;
  const common = { log, readStore, post, now, deskClock, photographs: known };
  const desks = [
    requesting({ ...common, directory: reading, imports: join(data, 'imports') }),
    responding({ ...common, alongside }),
  ];
  const contexts = [participants, ...desks, pictures, overview];
  const categories = inboundsOn(log, now).map(({ refused }) => refused);
  const deadLetters = deadLetterLoop({ store: log.store, post, service: 'exchange', categories });
  return {
    data,
    log,
    transport,
    clocks: overview.clocks,
    stored,
    modules: [...contexts.map(({ module }) => module), suggestions(reading)],
    loops: [...contexts.flatMap(({ loops }) => loops), deadLetters],
    figures: overview.figures,
    live: [...desks, overview].flatMap(({ live }) => live),
    async close() {
      await transport.close();
      await stored.close();
      readStore.close();
    },
  };
}
