import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Position, RecordedEvent } from '@vestigo/kernel';
import { openSqliteEventStore } from '@vestigo/sqlite';
import { randomFrom } from './chance';
import { callers, plannedAppend, turnOf } from './plan';
import { type Acknowledgement, compileWriter, writeUntilKilled } from './writer-process';

const seed = process.env['VESTIGO_SEED'] ?? String(Date.now());
const kills = Number(process.env['VESTIGO_KILLS'] ?? 50);

/** Longest life of a writer after its first acknowledgement, and of one that is killed while it starts; in ms. */
const longestLife = 120;
const longestStart = 250;

describe('a log whose writer is killed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'faults-'));
  const file = join(folder, 'log.db');

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it(`holds all that was acknowledged, once and whole, after ${kills} kills (VESTIGO_SEED=${seed})`, async () => {
    const script = compileWriter(join(folder, 'dist'));
    const chance = randomFrom(seed);
    /** For each caller, the turn after the last one that was acknowledged. */
    const turns = Array.from({ length: callers }, () => 0);
    const seen = new Seen();
    for (let kill = 1; kill <= kills; kill += 1) {
      const from = kill % 5 === 0 ? 'start' : 'acknowledgement';
      const delay = chance() * (from === 'start' ? longestStart : longestLife);
      const acknowledged = await writeUntilKilled([script, file, seed, JSON.stringify(turns)], delay, from);
      for (const { caller, turn } of acknowledged) turns[caller] = turn + 1;
      seen.add(await newEvents(file, seen.through));
      expect(acknowledged.filter((answer) => !seen.holds(answer))).toEqual([]);
    }
    const whole = new Seen();
    whole.add(await newEvents(file, 0));
    expect(whole.positions).toEqual(seen.positions);
    console.log(
      `VESTIGO_SEED=${seed}: ${kills} kills, ${seen.positions.size} appends, log at ${seen.through}`,
    );
  }, 300_000);
});

/** What the log holds, compared with the plan event by event. */
class Seen {
  through: Position = 0;
  /** Position of the last event of each append, by caller and turn. */
  readonly positions = new Map<string, Position>();

  add(events: readonly RecordedEvent[]): void {
    for (let index = 0; index < events.length;) {
      const first = events[index];
      if (!first) break;
      const { caller, turn } = turnOf(first);
      const planned = plannedAppend(seed, caller, turn);
      const stored = events.slice(index, index + planned.events.length);
      const { recordedAt } = first;
      expect(stored).toEqual(
        planned.events.map((event, offset) => ({
          ...event,
          stream: planned.stream,
          version: planned.expected + offset + 1,
          position: this.through + offset + 1,
          recordedAt,
        })),
      );
      expect(this.positions.has(`${caller} ${turn}`)).toBe(false);
      expect(turn === 0 || this.positions.has(`${caller} ${turn - 1}`)).toBe(true);
      this.through += stored.length;
      this.positions.set(`${caller} ${turn}`, this.through);
      index += stored.length;
    }
  }

  holds({ caller, turn, version, position }: Acknowledgement): boolean {
    const { expected, events } = plannedAppend(seed, caller, turn);
    return this.positions.get(`${caller} ${turn}`) === position && version === expected + events.length;
  }
}

async function newEvents(file: string, after: Position): Promise<readonly RecordedEvent[]> {
  const store = openSqliteEventStore({ file });
  try {
    const events: RecordedEvent[] = [];
    for (let from = after, head = await store.head(); from < head;) {
      const page = await store.readAll({ after: from });
      events.push(...page.events);
      from = page.through;
    }
    const streams = new Set(events.map(({ stream }) => stream));
    for (const stream of streams) {
      const versions = (await store.read(stream)).map(({ version }) => version);
      expect(versions).toEqual(versions.map((_, index) => index + 1));
    }
    return events;
  } finally {
    await store.close();
  }
}
