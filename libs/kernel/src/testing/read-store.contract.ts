import { Unavailable } from '../event-store';
import { type ReadStore, StaleCheckpoint, type View, type ViewDefinition } from '../read-store';

/** A read store that a test has to itself. */
export interface OpenedReadStore {
  readonly store: ReadStore;
  /** Closes `store` and opens the same place again. */
  reopen(): ReadStore;
  /** Closes what is still open and removes what was stored. */
  dispose(): void;
}

const desks: ViewDefinition = {
  name: 'desks',
  version: '1',
  tables: ['desk', 'desk_note'],
  schema: `
    CREATE TABLE desk (code TEXT PRIMARY KEY, requests INTEGER NOT NULL) STRICT;
    CREATE TABLE desk_note (code TEXT NOT NULL, note TEXT NOT NULL) STRICT;
    CREATE INDEX desk_note_code ON desk_note (code);
  `,
};

const deadlines: ViewDefinition = {
  name: 'deadlines',
  version: '1',
  tables: ['deadline'],
  schema: 'CREATE TABLE deadline (request TEXT PRIMARY KEY, due INTEGER NOT NULL) STRICT',
};

interface Desk {
  readonly code: string;
  readonly requests: number;
}

/** What every read store guarantees. */
export function readStoreContract(name: string, open: () => OpenedReadStore): void {
  describe(`${name} keeps the contract of a read store`, () => {
    let opened: OpenedReadStore;

    beforeEach(() => {
      opened = open();
    });

    afterEach(() => {
      opened.dispose();
    });

    const desksOf = (view: View) => view.all<Desk>('SELECT code, requests FROM desk ORDER BY code');
    const count = (view: View, from: number, through: number, code: string) =>
      view.advance(from, through, (rows) => {
        rows.run('INSERT INTO desk VALUES (?, 1) ON CONFLICT DO UPDATE SET requests = requests + 1', code);
      });

    it('opens a new view empty and at the start of the log', () => {
      const view = opened.store.open(desks);
      expect([view.checkpoint(), desksOf(view)]).toEqual([0, []]);
    });

    it('writes rows and checkpoint together', async () => {
      const view = opened.store.open(desks);
      await count(view, 0, 3, 'FRA');
      await count(view, 3, 4, 'FRA');
      await count(view, 4, 9, 'BEL');
      expect(view.checkpoint()).toBe(9);
      expect(desksOf(view)).toEqual([
        { code: 'BEL', requests: 1 },
        { code: 'FRA', requests: 2 },
      ]);
    });

    it('moves on where nothing is to be written', async () => {
      const view = opened.store.open(desks);
      await view.advance(0, 12, () => undefined);
      expect([view.checkpoint(), desksOf(view)]).toEqual([12, []]);
    });

    it('keeps neither rows nor checkpoint when writing fails', async () => {
      const view = opened.store.open(desks);
      await count(view, 0, 1, 'FRA');
      const failure = new Error('the projection does not understand this');
      await expect(
        view.advance(1, 2, (rows) => {
          rows.run('UPDATE desk SET requests = 100');
          rows.run('INSERT INTO desk_note VALUES (?, ?)', 'FRA', 'closed');
          throw failure;
        }),
      ).rejects.toThrow(failure);
      expect([view.checkpoint(), desksOf(view)]).toEqual([1, [{ code: 'FRA', requests: 1 }]]);
      expect(view.all('SELECT * FROM desk_note')).toEqual([]);
      await count(view, 1, 2, 'FRA');
      expect([view.checkpoint(), desksOf(view)]).toEqual([2, [{ code: 'FRA', requests: 2 }]]);
    });

    it('keeps neither rows nor checkpoint when a row breaks a constraint', async () => {
      const view = opened.store.open(desks);
      await expect(
        view.advance(0, 1, (rows) => {
          rows.run('INSERT INTO desk VALUES (?, ?)', 'FRA', 1);
          rows.run('INSERT INTO desk VALUES (?, ?)', 'FRA', 1);
        }),
      ).rejects.toThrow();
      expect([view.checkpoint(), desksOf(view)]).toEqual([0, []]);
    });

    it('does a view no harm that another, which moves on at the same time, fails to be written', async () => {
      const [one, other] = [opened.store.open(desks), opened.store.open(deadlines)];
      const failure = new Error('the projection does not understand this');
      const moved = await Promise.allSettled([
        count(one, 0, 4, 'FRA'),
        other.advance(0, 4, (rows) => {
          rows.run('INSERT INTO deadline VALUES (?, ?)', 'request-1', 1);
          throw failure;
        }),
        count(one, 4, 6, 'FRA'),
      ]);
      expect(moved.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
      expect([one.checkpoint(), desksOf(one)]).toEqual([6, [{ code: 'FRA', requests: 2 }]]);
      expect([other.checkpoint(), other.all('SELECT * FROM deadline')]).toEqual([0, []]);
    });

    it('refuses the second of two followers that stand at the same place', async () => {
      const [one, two] = [opened.store.open(desks), opened.store.open(desks)];
      await count(one, 0, 5, 'FRA');
      await expect(count(two, 0, 5, 'FRA')).rejects.toThrow(new StaleCheckpoint('desks', 0, 5));
      await expect(count(two, 7, 8, 'FRA')).rejects.toThrow(StaleCheckpoint);
      expect([two.checkpoint(), desksOf(two)]).toEqual([5, [{ code: 'FRA', requests: 1 }]]);
      await count(two, 5, 6, 'FRA');
      expect(one.checkpoint()).toBe(6);
    });

    it('lets a projection read what it is writing, and others read it once it is committed', async () => {
      const view = opened.store.open(desks);
      await view.advance(0, 1, (rows) => {
        rows.run('INSERT INTO desk VALUES (?, ?)', 'FRA', 7);
        expect(rows.get<Desk>('SELECT * FROM desk WHERE code = ?', 'FRA')).toEqual({
          code: 'FRA',
          requests: 7,
        });
      });
      expect(view.get<Desk>('SELECT * FROM desk WHERE code = ?', 'FRA')).toEqual({
        code: 'FRA',
        requests: 7,
      });
      expect(view.get<Desk>('SELECT * FROM desk WHERE code = ?', 'BEL')).toBeUndefined();
    });

    it('keeps rows and checkpoint when it is opened again', async () => {
      await count(opened.store.open(desks), 0, 5, 'FRA');
      const view = opened.reopen().open(desks);
      expect([view.checkpoint(), desksOf(view)]).toEqual([5, [{ code: 'FRA', requests: 1 }]]);
    });

    it('makes a view anew when its version changes, and leaves other views alone', async () => {
      await count(opened.store.open(desks), 0, 5, 'FRA');
      const other = opened.store.open(deadlines);
      await other.advance(0, 3, (rows) => {
        rows.run('INSERT INTO deadline VALUES (?, ?)', 'request-1', 1_761_900_000_000);
      });
      const next = opened.store.open({ ...desks, version: '2' });
      expect([next.checkpoint(), desksOf(next)]).toEqual([0, []]);
      expect([other.checkpoint(), other.all('SELECT * FROM deadline')]).toEqual([
        3,
        [{ request: 'request-1', due: 1_761_900_000_000 }],
      ]);
    });

    it('makes a view anew when an older version comes back', async () => {
      await count(opened.store.open(desks), 0, 5, 'FRA');
      await count(opened.reopen().open({ ...desks, version: '2' }), 0, 4, 'BEL');
      const view = opened.reopen().open(desks);
      expect([view.checkpoint(), desksOf(view)]).toEqual([0, []]);
    });

    it('drops the tables that the next version no longer has', async () => {
      await count(opened.store.open(desks), 0, 5, 'FRA');
      const { name, schema } = desks;
      const lean = { name, version: '2', tables: ['bureau'], schema: 'CREATE TABLE bureau (code TEXT)' };
      const view = opened.store.open(lean);
      expect(() => desksOf(view)).toThrow();
      expect(view.all('SELECT * FROM bureau')).toEqual([]);
      expect(desksOf(opened.store.open({ ...desks, version: '3', schema }))).toEqual([]);
    });

    it('leaves a view as it was when the next version cannot be made', async () => {
      await count(opened.store.open(desks), 0, 5, 'FRA');
      expect(() => opened.store.open({ ...desks, version: '2', schema: 'CREATE TABLE' })).toThrow();
      const view = opened.store.open(desks);
      expect([view.checkpoint(), desksOf(view)]).toEqual([5, [{ code: 'FRA', requests: 1 }]]);
    });

    it('keeps a view that has no tables', async () => {
      const definition = { name: 'outbound:requests', version: '1', tables: [], schema: '' };
      await opened.store.open(definition).advance(0, 8, () => undefined);
      expect(opened.reopen().open(definition).checkpoint()).toBe(8);
    });

    it('keeps every kind of value', async () => {
      const view = opened.store.open({
        name: 'values',
        version: '1',
        tables: ['value'],
        schema: 'CREATE TABLE value (a TEXT, b REAL, c INTEGER, d BLOB, e TEXT)',
      });
      const values = [
        'e\u0301 𝔙 شرطة',
        0.1,
        Number.MAX_SAFE_INTEGER,
        new Uint8Array([0, 255]),
        null,
      ] as const;
      await view.advance(0, 1, (rows) => {
        rows.run('INSERT INTO value VALUES (?, ?, ?, ?, ?)', ...values);
      });
      const [a, b, c, d, e] = values;
      expect(view.all('SELECT * FROM value')).toEqual([{ a, b, c, d, e }]);
    });

    it('is unavailable after closing, and may be closed twice', async () => {
      const view = opened.store.open(desks);
      opened.store.close();
      opened.store.close();
      expect(() => opened.store.open(deadlines)).toThrow(Unavailable);
      expect(() => view.checkpoint()).toThrow(Unavailable);
      await expect(count(view, 0, 1, 'FRA')).rejects.toThrow(Unavailable);
    });
  });
}
