import { DatabaseSync } from 'node:sqlite';
import { Unavailable } from '@vestigo/kernel';
import { GroupCommit } from './group-commit';
import { temporaryFile } from './testing/temporary-file';

/** A letter may point to another one; whether that exists is only checked at COMMIT. */
const schema = `
  PRAGMA foreign_keys = ON;
  CREATE TABLE letter (
    name TEXT PRIMARY KEY CHECK (length(name) = 1),
    next TEXT REFERENCES letter DEFERRABLE INITIALLY DEFERRED,
    note TEXT
  ) STRICT;
`;

interface Letter {
  readonly name: string;
  readonly next?: string;
  readonly note?: string;
}

const unavailable = (outcome: PromiseSettledResult<string>) =>
  outcome.status === 'rejected' && outcome.reason instanceof Unavailable;

describe('group commit', () => {
  const { file, remove } = temporaryFile();
  const db = new DatabaseSync(file, { timeout: 0 });
  let commits = 0;
  let group: GroupCommit<Letter, string>;

  beforeAll(() => {
    db.exec(schema);
  });

  beforeEach(() => {
    db.exec('DELETE FROM letter');
    commits = 0;
    const insert = db.prepare('INSERT INTO letter VALUES (?, ?, ?)');
    group = new GroupCommit(db, {
      write: ({ name, next, note }: Letter) => {
        if (name === '!') throw new RangeError('not a letter');
        insert.run(name, next ?? null, note ?? null);
        return name.toUpperCase();
      },
      committed: () => {
        commits += 1;
      },
    });
  });

  afterAll(() => {
    db.close();
    remove();
  });

  const stored = () =>
    db
      .prepare('SELECT name FROM letter ORDER BY name')
      .all()
      .map(({ name }) => name);
  const submitAll = (...letters: readonly Letter[]) =>
    Promise.allSettled(letters.map((letter) => group.submit(letter)));

  it('commits once what came in one tick and answers each', async () => {
    const answers = await Promise.all(['a', 'b', 'c'].map((name) => group.submit({ name })));
    expect([answers, stored(), commits]).toEqual([['A', 'B', 'C'], ['a', 'b', 'c'], 1]);
  });

  it('turns down what is wrong alone', async () => {
    const outcomes = await submitAll(
      { name: 'a' },
      { name: '!' },
      { name: 'too long' },
      { name: 'a' },
      { name: 'b' },
    );
    expect(outcomes.map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'rejected',
      'rejected',
      'fulfilled',
    ]);
    expect([stored(), commits]).toEqual([['a', 'b'], 1]);
  });

  it('acknowledges nobody when the commit fails, and goes on with the next group', async () => {
    const outcomes = await submitAll({ name: 'a' }, { name: 'b', next: 'z' }, { name: '!' });
    expect(outcomes.map(unavailable)).toEqual([true, true, true]);
    expect([stored(), commits]).toEqual([[], 0]);
    expect(await group.submit({ name: 'c' })).toBe('C');
    expect(stored()).toEqual(['c']);
  });

  it('acknowledges nobody while another process holds the file', async () => {
    const other = new DatabaseSync(file);
    other.exec('BEGIN IMMEDIATE');
    const outcomes = await submitAll({ name: 'a' }, { name: 'b' });
    other.exec('ROLLBACK');
    other.close();
    expect(outcomes.map(unavailable)).toEqual([true, true]);
    expect(await group.submit({ name: 'a' })).toBe('A');
  });

  it('acknowledges nobody when the disk is full', async () => {
    const { page_count: pages } = db.prepare('PRAGMA page_count').get() as { readonly page_count: number };
    db.exec(`PRAGMA max_page_count = ${pages}`);
    const outcomes = await submitAll(
      { name: 'a' },
      { name: 'b', note: 'x'.repeat(1_000_000) },
      { name: 'c' },
    );
    db.exec('PRAGMA max_page_count = 1000000');
    expect(outcomes.map(unavailable)).toEqual([true, true, true]);
    expect(stored()).toEqual([]);
    expect(await group.submit({ name: 'd' })).toBe('D');
  });

  it('writes what waits when it is drained', async () => {
    const waiting = submitAll(
      ...Array.from({ length: 20 }, (_, index) => ({ name: String.fromCharCode(97 + index) })),
    );
    group.drain();
    expect(stored()).toHaveLength(20);
    expect((await waiting).every(({ status }) => status === 'fulfilled')).toBe(true);
  });
});
