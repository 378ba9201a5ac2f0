import fc from 'fast-check';
import { freshStream, sampleEvent, sampleEvents } from '@vestigo/kernel/testing';
import { openDatabase } from './database';
import { EventTable, serialise } from './event-table';
import { MOST_KEPT, RecentEvents } from './recent-events';
import { temporaryFile } from './testing/temporary-file';

describe('the newest events of the log', () => {
  const { file, remove } = temporaryFile();
  const db = openDatabase(file, 'NORMAL');
  const table = new EventTable(db);
  const categories = ['tracingRequest', 'traceCase', 'participant'];

  const append = (count: number, category = 'tracingRequest', text = '') => {
    db.exec('BEGIN');
    table.begin(1_000_000);
    const rows = sampleEvents(count).map((event) =>
      text === '' ? serialise(event) : serialise(sampleEvent({ data: { text } })),
    );
    table.append({ stream: freshStream(category), expected: 0, rows });
    db.exec('COMMIT');
  };

  afterAll(() => {
    db.close();
    remove();
  });

  it('are those of the table, whoever looks, in whatever order and for whatever categories', () => {
    const look = fc.record({
      appended: fc.nat({ max: 40 }),
      category: fc.constantFrom(...categories),
      back: fc.nat({ max: 120 }),
      limit: fc.integer({ min: 1, max: 60 }),
      wanted: fc.option(fc.subarray(categories, { minLength: 1 }), { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(look, { maxLength: 30 }), (looks) => {
        const recent = new RecentEvents(table);
        let first = 0;
        let through = 0;
        for (const { appended, category, back, limit, wanted } of looks) {
          if (appended > 0) append(appended, category);
          const after = Math.max(0, table.head() - back);
          if (after > through) first = after;
          const range = { after, through: Math.min(after + limit, table.head()), categories: wanted };
          const page = recent.page(range);
          expect(page).toEqual(after < first ? undefined : table.events(range));
          through = Math.max(through, page?.through ?? 0);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('are the same objects for all who look', () => {
    const recent = new RecentEvents(table);
    append(3);
    const range = { after: table.head() - 3, through: table.head(), categories: undefined };
    const [one, other] = [recent.page(range), recent.page(range)];
    expect(one?.events).toHaveLength(3);
    one?.events.forEach((event, index) => expect(other?.events[index]).toBe(event));
  });

  it('forget the oldest when there are too many, and when they are too long', () => {
    const recent = new RecentEvents(table);
    const start = table.head();
    append(MOST_KEPT + 10);
    const all = { after: start, through: table.head(), categories: undefined };
    expect(recent.page(all)?.events).toHaveLength(MOST_KEPT + 10);
    expect(recent.page(all)).toBeUndefined();
    expect(recent.page({ ...all, after: start + 10 })).toEqual(table.events({ ...all, after: start + 10 }));

    const middle = table.head();
    append(3, 'tracingRequest', 'x'.repeat(1_500_000));
    const long = { after: middle, through: table.head(), categories: undefined };
    expect(recent.page(long)).toEqual(table.events(long));
    expect(recent.page(long)).toBeUndefined();
    expect(recent.page({ ...long, after: middle + 1 })?.events).toHaveLength(2);
  });
});
