import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RecordedEvent } from '@vestigo/kernel';
import { openSqliteEventStore } from '@vestigo/sqlite';
import { type ServedExchange, serveExchange } from './serve-exchange';

/** What the first software of this exchange stored and, asked over HTTP, answered. */
const golden = (name: string) =>
  readFileSync(join(__dirname, '..', 'golden', `first-slice.${name}.jsonl`), 'utf8')
    .trimEnd()
    .split('\n')
    // Both desks tell the same status since: what was `delivered` on the one is `received` on either.
    .map((line): unknown => JSON.parse(line.replaceAll('"status":"delivered"', '"status":"received"')))
    .map(receivedByStateAsked);
const events = golden('events') as readonly Omit<RecordedEvent, 'position'>[];
const answers = golden('answers') as readonly Golden[];

interface Golden {
  readonly path: string;
  /** A State, or the coordinator. */
  readonly by: string;
  readonly body: object & {
    readonly content?: ContentThen;
    readonly respondingState?: string;
    readonly timeline?: readonly { readonly what: string }[];
  };
}

/** Both desks tell the receipt of a case as the act of the State asked since. */
function receivedByStateAsked(told: unknown): unknown {
  const { body } = told as Partial<Golden>;
  if (!body?.timeline) return told;
  const timeline = body.timeline.map((entry) =>
    entry.what === 'CaseReceived' ? { ...entry, byState: body.respondingState } : entry,
  );
  return { ...(told as Golden), body: { ...body, timeline } };
}

/** A request asked about one arm, whose other marks were one text. */
interface ContentThen {
  readonly arm: { readonly otherMarks?: string };
}

/** What was told then, under the names that it has now. */
function inTodaysWords({ content, ...body }: Golden['body']): object {
  if (!content) return body;
  const {
    arm: { otherMarks, ...arm },
    ...others
  } = content;
  const marks = otherMarks !== undefined && { otherMarks: [{ kind: 'OTHER', text: otherMarks }] };
  return { ...body, content: { ...others, items: [{ number: 1, kind: 'ARM', ...arm, ...marks }] } };
}

/** An hour after the last event: no clock has run out. */
const now = Date.UTC(2026, 2, 2, 10, 16);

describe('the log of the first slice', () => {
  const folder = mkdtempSync(join(tmpdir(), 'vestigo-'));
  let served: ServedExchange;
  let stored: number;

  beforeAll(async () => {
    const store = openSqliteEventStore({ file: join(folder, 'log.db') });
    for (const { stream, version, ...event } of events) await store.append(stream, version - 1, [event]);
    stored = await store.head();
    await store.close();
    served = await serveExchange(
      { host: '127.0.0.1', port: 0, data: folder },
      { now: () => now, thread: 'same' },
    );
    await served.loops.settled();
  });

  afterAll(async () => {
    await served.stop();
    rmSync(folder, { recursive: true });
  });

  test('is loaded, and what it says to other desks once more changes nothing', async () => {
    expect(events).toHaveLength(34);
    expect(await served.exchange.log.store.head()).toBe(stored);
  });

  test.each(answers.map(({ path, by, body }) => [path, by, body] as const))(
    'tells all that it told then when %s is asked for by %s',
    async (path, by, body) => {
      const state = by === 'coordinator' ? null : by;
      const role = state === null ? 'coordinator' : 'officer';
      const token = await served.issuer.issue({ subject: 'reader', state, role });
      const response = await fetch(`${served.address}${path}`, {
        headers: { authorization: `Bearer ${token}` },
      });
      expect(await response.json()).toMatchObject(inTodaysWords(body));
    },
  );
});
