import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { regimeProfiles } from '@vestigo/deadlines';
import type { ReadStore } from '@vestigo/kernel';
import { openSqliteReadStore } from '@vestigo/sqlite';
import { asOfNamed, latestKnown } from './as-of';
import { ListPairs, ListPairsHandler } from './pairs.query';
import { requestClocks } from './request-clock.projection';
import { advance, day, factsOf, hour, monday } from './testing/facts';

const projection = requestClocks(regimeProfiles);
let folder: string;
let readStore: ReadStore;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vestigo-'));
  readStore = openSqliteReadStore({ file: join(folder, 'views.db') });
});

afterEach(() => {
  readStore.close();
  rmSync(folder, { recursive: true });
});

const textOf = (instant: number) => new Date(instant).toISOString();

describe('after a clock that was an hour ahead', () => {
  const ahead = monday + hour;
  const facts = factsOf([
    { type: 'RequestSubmitted', requestId: 'a', occurredAt: monday, recordedAt: monday },
    { type: 'CaseReceived', requestId: 'a', occurredAt: ahead, recordedAt: ahead },
    { type: 'CaseAnswered', requestId: 'a', occurredAt: monday + 1, recordedAt: ahead },
  ]);

  test('the table of now holds what was recorded since', async () => {
    const view = readStore.open(projection);
    await advance(view, projection, facts);
    const asOf = asOfNamed(undefined, latestKnown(view, monday + 2));
    expect(asOf).toBe(ahead);
    const [line] = await new ListPairsHandler(view, regimeProfiles).execute(
      new ListPairs({ party: null, asOf, limit: 10 }),
    );
    expect(line?.figures).toMatchObject({ asOf: ahead, delivered: 1, answeredInFull: 1 });
  });

  test('its instant can be named again, then and later, and none beyond it', async () => {
    const view = readStore.open(projection);
    await advance(view, projection, facts);
    expect(asOfNamed(textOf(ahead), latestKnown(view, monday + 2))).toBe(ahead);
    expect(asOfNamed(textOf(ahead), latestKnown(view, monday + day))).toBe(ahead);
    expect(() => asOfNamed(textOf(ahead + 1), latestKnown(view, monday + 2))).toThrow('has not come yet');
  });

  test('a fact that changes no row counts as well, and an older one takes nothing back', async () => {
    const view = readStore.open(projection);
    await advance(view, projection, facts);
    const [submitted] = facts;
    if (!submitted) throw new Error('a submission is the first of these facts');
    const again = { ...submitted, position: 4, recordedAt: ahead + 5 };
    await advance(view, projection, [again]);
    expect(latestKnown(view, monday)).toBe(ahead + 5);
    await advance(view, projection, [{ ...again, position: 5, recordedAt: monday }]);
    expect(latestKnown(view, monday)).toBe(ahead + 5);
  });
});

describe('as of an instant', () => {
  test('now is the clock where no fact is dated later', async () => {
    const view = readStore.open(projection);
    expect(latestKnown(view, monday)).toBe(monday);
    await advance(
      view,
      projection,
      factsOf([{ type: 'RequestSubmitted', requestId: 'a', recordedAt: monday - 1 }]),
    );
    expect(latestKnown(view, monday)).toBe(monday);
  });

  test('any of the past may be named, none of the future', () => {
    expect(asOfNamed(textOf(monday - day), monday)).toBe(monday - day);
    expect(asOfNamed(textOf(monday), monday)).toBe(monday);
    expect(() => asOfNamed(textOf(monday + 1), monday)).toThrow('has not come yet');
  });
});
