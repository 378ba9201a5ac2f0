import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { regimeProfiles } from '@vestigo/deadlines';
import {
  type EventStore,
  factLoop,
  type Log,
  type Loop,
  type ReadStore,
  type RecordedFact,
} from '@vestigo/kernel';
import { sweep, type Watch } from '../deadline-watch.process';
import { requestClocks } from '../request-clock.projection';
import { factsOf, type Happening, monday } from './facts';

const ledger = ['deadlineLedger'];
const meta = { actor: 'desk', state: null, role: 'service', correlationId: '', causationId: '' };

/** An exchange with a clock that a test sets. */
export interface World {
  now: number;
  readonly watch: Watch;
  /** What keeps the view of the clocks up to date. */
  readonly projecting: Loop;
  /** Lets something happen now. */
  record(happening: Happening): Promise<void>;
  fallenDue(): Promise<readonly Pick<RecordedFact, 'requestId' | 'type' | 'occurredAt' | 'code'>[]>;
  close(): Promise<void>;
}

/** Where a world keeps its log and its views. */
export interface Storage {
  openEventStore(options: { readonly file: string; readonly clock: () => number }): EventStore;
  openReadStore(options: { readonly file: string }): ReadStore;
  createIds(): Log['newId'];
}

export function worldsOn({ openEventStore, openReadStore, createIds }: Storage) {
  function openWorld(): World {
    const folder = mkdtempSync(join(tmpdir(), 'vestigo-'));
    const store = openEventStore({ file: join(folder, 'log.db'), clock: () => world.now });
    const readStore = openReadStore({ file: join(folder, 'views.db') });
    const projection = requestClocks(regimeProfiles);
    const clocks = readStore.open(projection);
    const log = { store, newId: createIds() };
    const world: World = {
      now: monday,
      watch: { log, clocks, profiles: regimeProfiles, now: () => world.now },
      projecting: factLoop(store, clocks, projection),
      async record(happening) {
        const [fact] = factsOf([{ occurredAt: world.now, ...happening }]);
        if (!fact) return;
        const { type, occurredAt, requestId, requestingState, respondingState, code, imported } = fact;
        const clock = { requestId, requestingState, respondingState, code, imported };
        const stream = `traceCase-${requestId}`;
        const { length } = await store.read(stream);
        await store.append(stream, length, [
          { id: log.newId(), event: { type, occurredAt, clock, data: {} }, meta },
        ]);
      },
      async fallenDue() {
        const { events } = await store.readFacts({ after: 0, categories: ledger });
        return events.map(({ requestId, type, occurredAt, code }) => ({ requestId, type, occurredAt, code }));
      },
      async close() {
        await store.close();
        readStore.close();
        rmSync(folder, { recursive: true });
      },
    };
    return world;
  }

  async function inWorld<Result>(use: (world: World) => Promise<Result>): Promise<Result> {
    const world = openWorld();
    const stopping = new AbortController();
    const projecting = world.projecting.run(stopping.signal);
    try {
      return await use(world);
    } finally {
      stopping.abort();
      await projecting;
      await world.close();
    }
  }

  return { openWorld, inWorld };
}

/** Sweeps until nothing is left, as the watch does. */
export async function watchNow({ watch }: World): Promise<void> {
  while ((await sweep(watch)) > 0);
}

export const acknowledgement = (requestId: string, occurredAt: number) => ({
  requestId,
  type: 'AcknowledgementFellDue',
  occurredAt,
  code: 'EXCHANGE_TARGET',
});
export const answer = (requestId: string, occurredAt: number) => ({
  requestId,
  type: 'AnswerFellDue',
  occurredAt,
  code: 'EXCHANGE_TARGET',
});
export const consent = (requestId: string, number: number, occurredAt: number) => ({
  requestId,
  type: 'ConsentFellDue',
  occurredAt,
  code: `EXCHANGE_TARGET;${String(number)}`,
});
