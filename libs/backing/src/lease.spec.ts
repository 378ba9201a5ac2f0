import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EventStore, type Leadership, type Position, Unavailable } from '@vestigo/kernel';
import { eventually } from '@vestigo/kernel/testing';
import { createUuidV7, openSqliteEventStore } from '@vestigo/sqlite';
import { leasedLeadership } from './lease';
import { lineTo } from './testing/line';

const times = { renewMs: 20, giveUpMs: 500, lapseMs: 1000 };

let folder: string;
let store: EventStore;
let stopping: AbortController;
let leading: Promise<unknown>[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vestigo-'));
  store = openSqliteEventStore({ file: join(folder, 'log.db') });
  stopping = new AbortController();
  leading = [];
});

afterEach(async () => {
  stopping.abort();
  await Promise.all(leading);
  await store.close();
  rmSync(folder, { recursive: true });
});

const replica = (on: EventStore = store): Leadership =>
  leasedLeadership({ store: on, newId: createUuidV7(Date.now) }, times);

/** Leads until its term ends, and notes each term. */
function candidate(leadership: Leadership, signal = stopping.signal) {
  const terms: { readonly from: Position; ended: boolean }[] = [];
  let reach: (position: Position) => Promise<void> = () => Promise.resolve();
  let holds = () => false;
  leading.push(
    leadership.lead(
      'publish',
      (term) =>
        new Promise((resolve) => {
          const noted = { from: term.from, ended: false };
          terms.push(noted);
          ({ reach, holds } = term);
          term.signal.addEventListener('abort', () => {
            noted.ended = true;
            resolve();
          });
        }),
      signal,
    ),
  );
  return {
    terms,
    leads: () => terms.at(-1)?.ended === false,
    holds: () => holds(),
    reach: (position: Position) => reach(position),
  };
}

/** As SIGSTOP does: nothing runs, not even timers. */
function stopThisProcess(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}

describe('a lease that replicas hold in the store', () => {
  test('is held by one of them', async () => {
    const candidates = [replica(), replica(), replica()].map((one) => candidate(one));
    await eventually(() => expect(candidates.filter(({ leads }) => leads())).toHaveLength(1));
    await new Promise((resolve) => setTimeout(resolve, 2 * times.lapseMs));
    expect(candidates.flatMap(({ terms }) => terms)).toHaveLength(1);
  });

  test('passes at once from a holder that stops, with how far it came', async () => {
    const end = new AbortController();
    const first = candidate(replica(), end.signal);
    await eventually(() => expect(first.leads()).toBe(true));
    const second = candidate(replica());
    await first.reach(42);
    end.abort();
    await eventually(() => expect(second.leads()).toBe(true));
    expect(second.terms).toEqual([{ from: 42, ended: false }]);
    expect(await replica().reached('publish')).toBe(42);
  });

  test('is taken from a holder that is cut off, which stops by itself before', async () => {
    const line = lineTo(store);
    const first = candidate(replica(line.store));
    await eventually(() => expect(first.leads()).toBe(true));
    const second = candidate(replica());
    let overlapped = false;
    const watching = setInterval(() => {
      overlapped ||= first.leads() && second.leads();
    }, 1);
    line.cutOff();
    await eventually(() => expect(second.leads()).toBe(true));
    clearInterval(watching);
    expect([first.leads(), overlapped]).toEqual([false, false]);
    stopping.abort();
    await Promise.allSettled(leading);
    leading = [];
  });

  test('is kept by a holder whose sign of life was written though no answer came', async () => {
    const line = lineTo(store);
    const first = candidate(replica(line.store));
    await eventually(() => expect(first.leads()).toBe(true));
    const before = (await store.read('lease-publish')).length;
    line.loseAnswers();
    await eventually(async () => expect((await store.read('lease-publish')).length).toBe(before + 1));
    line.mend();
    await eventually(async () =>
      expect((await store.read('lease-publish')).length).toBeGreaterThan(before + 2),
    );
    expect(first.terms).toEqual([{ from: 0, ended: false }]);
  });

  test('is no longer relied on by a process that was stopped for too long, before any timer tells it', async () => {
    const first = candidate(replica());
    await eventually(() => expect(first.leads()).toBe(true));
    const heard = first.holds();
    stopThisProcess(times.giveUpMs + times.renewMs);
    expect([heard, first.holds(), first.leads()]).toEqual([true, false, false]);
  });

  test('is not begun when the answer that gives it comes too late', async () => {
    const line = lineTo(store);
    const slow: EventStore = {
      ...line.store,
      append: async (...args) => {
        const appended = await line.store.append(...args);
        await new Promise((resolve) => setTimeout(resolve, times.giveUpMs));
        return appended;
      },
    };
    const first = candidate(replica(slow));
    await eventually(async () => expect((await store.read('lease-publish')).length).toBeGreaterThan(2));
    expect(first.terms).toEqual([]);
  });

  test('is for the process that lost sight of it free at once when the store answers again', async () => {
    const line = lineTo(store);
    const leadership = replica(line.store);
    const first = candidate(leadership);
    await eventually(() => expect(first.leads()).toBe(true));
    line.cutOff();
    await expect(leading.at(-1)).rejects.toThrow(Unavailable);
    leading = [];
    line.mend();
    const again = candidate(leadership);
    const mended = Date.now();
    await eventually(() => expect(again.leads()).toBe(true));
    expect(Date.now() - mended).toBeLessThan(times.lapseMs);
  });

  test('of one task says nothing of another', async () => {
    const first = candidate(replica());
    await eventually(() => expect(first.leads()).toBe(true));
    await first.reach(7);
    await eventually(async () => expect(await replica().reached('publish')).toBe(7));
    expect(await replica().reached('another')).toBe(0);
  });
});
