import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import type { EventStore, Position, Term } from '@vestigo/kernel';
import { eventually } from '@vestigo/kernel/testing';
import { createUuidV7, openSqliteEventStore } from '@vestigo/sqlite';
import { leasedLeadership } from './lease';
import { lineTo } from './testing/line';

const times = { renewMs: 20, giveUpMs: 100, lapseMs: 250 };
const stepMs = 5;

let folder: string;
let store: EventStore;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vestigo-'));
  store = openSqliteEventStore({ file: join(folder, 'log.db') });
});

afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

interface Begun {
  readonly from: Position;
  /** What had been published when the term began. */
  readonly published: Position;
}

interface World {
  readonly task: string;
  published: Position;
  readonly terms: Begun[];
}

/** A replica that publishes one position after the other while it holds the lease, as often as its store lets it lead. */
function replica(world: World, end: AbortSignal) {
  const line = lineTo(store);
  const leadership = leasedLeadership({ store: line.store, newId: createUuidV7(Date.now) }, times);
  let term: Term | undefined;
  const work = async (begun: Term) => {
    term = begun;
    world.terms.push({ from: begun.from, published: world.published });
    for (let position = begun.from; begun.holds();) {
      position += 1;
      world.published = Math.max(world.published, position);
      await begun.reach(position);
      await sleep(stepMs, undefined, { signal: begun.signal }).catch(() => undefined);
    }
    term = undefined;
  };
  const keepLeading = async () => {
    while (!end.aborted) {
      await leadership.lead(world.task, work, end).catch(() => undefined);
      await sleep(stepMs);
    }
  };
  return { line, holds: () => term?.holds() ?? false, running: keepLeading() };
}

const fault = fc.record({
  to: fc.nat({ max: 2 }),
  kind: fc.constantFrom('cutOff' as const, 'loseAnswers' as const, 'freeze' as const),
  ms: fc.constantFrom(30, 150, 400),
});

describe('leadership of two or three replicas whose store fails them', () => {
  test('is held by one at a time, goes on from shortly before where it was, and is never lost for long', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(2, 3),
        fc.array(fault, { minLength: 1, maxLength: 3 }),
        async (count, faults) => {
          const stopping = new AbortController();
          const world: World = { task: randomUUID(), published: 0, terms: [] };
          const replicas = Array.from({ length: count }, () => replica(world, stopping.signal));
          let together = 0;
          const watching = setInterval(() => {
            together = Math.max(together, replicas.filter(({ holds }) => holds()).length);
          }, 1);
          try {
            for (const { to, kind, ms } of faults) {
              const { line } = replicas[to % count] ?? { line: lineTo(store) };
              line[kind]();
              await sleep(ms);
              line.mend();
            }
            const before = world.published;
            const mended = performance.now();
            await eventually(() => expect(world.published).toBeGreaterThan(before + 3));
            expect(performance.now() - mended).toBeLessThan(times.lapseMs + 20 * times.renewMs + 1500);
          } finally {
            clearInterval(watching);
            for (const { line } of replicas) line.mend();
            stopping.abort();
            await Promise.all(replicas.map(({ running }) => running));
          }
          expect(together).toBe(1);
          // A holder goes on for no longer than it may after the sign of life that says how far it had come.
          const most = (times.giveUpMs + times.renewMs) / (stepMs - 1);
          for (const { from, published } of world.terms) {
            expect(from).toBeLessThanOrEqual(published);
            expect(published - from).toBeLessThanOrEqual(most);
          }
        },
      ),
      { numRuns: 8 },
    );
  }, 60_000);
});
