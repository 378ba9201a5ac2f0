import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { DomainEvent, ReadStore, RecordedEvent, SqlValue, View } from '@vestigo/kernel';
import { openSqliteReadStore } from '@vestigo/sqlite';
import {
  armIndex,
  type ArmIndexSubject,
  type IndexedArm,
  mattersWithArm,
  MOST_FOUND,
} from './arm-index.projection';

type CaseEvent = DomainEvent<string, { readonly arms: readonly IndexedArm[] }>;

const subject: ArmIndexSubject<CaseEvent> = {
  name: 'case_arm',
  category: 'traceCase',
  desk: 'respondingState',
  version: '1',
  armsIn: ({ data }) => data.arms,
};
const projection = armIndex(subject);

let folder: string;
let readStore: ReadStore;
let view: View;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vestigo-'));
  readStore = openSqliteReadStore({ file: join(folder, 'views.db') });
  view = readStore.open(projection);
});
afterEach(() => {
  readStore.close();
  rmSync(folder, { recursive: true });
});

const certain = (text: string) => ({ text, certain: true });
const doubtful = (text: string) => ({ text, certain: false });
const arm = (keys: IndexedArm['keys'], make = '', day = ''): IndexedArm => ({ item: 1, keys, make, day });

/** Matters `1`, `2`, ... of a desk, each with one arm. */
function index(desk: string, ...arms: readonly IndexedArm[]): Promise<void> {
  const from = view.checkpoint();
  const events = arms.map((each, place): RecordedEvent<CaseEvent> => {
    const requestId = String(from + place + 1);
    const parties = { requestId, requestingState: 'JAM', respondingState: desk, imported: false, code: '' };
    return {
      id: `event ${requestId}`,
      stream: `traceCase-${requestId}`,
      version: 1,
      position: from + place + 1,
      recordedAt: 0,
      meta: { actor: '', state: null, role: '', correlationId: '', causationId: '' },
      event: { type: 'CaseReceived', occurredAt: 0, clock: parties, data: { arms: [each] } },
    };
  });
  return view.advance(from, from + arms.length, (rows) => {
    projection.project(events, rows);
  });
}

const found = (desk: string, { keys, make, day }: IndexedArm) =>
  mattersWithArm(view, subject, desk, { keys, make, day });

describe('an arm is found', () => {
  test('by every certain number that a doubtful one can be read as', async () => {
    const sign = fc.constantFrom('A', 'B', '1', '2');
    const doubt = fc.oneof(
      { arbitrary: sign.map((read) => ({ read, written: read })), weight: 3 },
      sign.map((read) => ({ read, written: '?' })),
      fc.tuple(sign, sign).map(([read, other]) => ({ read, written: `[${read}${other}]` })),
    );
    let number = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(doubt, { minLength: 1, maxLength: 7 }), async (signs) => {
        const desk = `D${String((number += 1))}`;
        const [read, written] = [
          signs.map((each) => each.read).join(''),
          signs.map((each) => each.written).join(''),
        ];
        await index(desk, arm([written === read ? certain(written) : doubtful(written)]));
        await index(`${desk}b`, arm([certain(read)]));
        expect(found(desk, arm([certain(read)]))).toHaveLength(1);
        expect(
          found(`${desk}b`, arm([written === read ? certain(written) : doubtful(written)])),
        ).toHaveLength(1);
      }),
      { numRuns: 60 },
    );
  });

  test('by its key and make, at its own desk, the latest first', async () => {
    await index(
      'USA',
      arm([certain('AB12')], 'GLOCK'),
      arm([certain('AB12')], 'BERETTA'),
      arm([certain('AB12')]),
    );
    await index('ITA', arm([certain('AB12')], 'GLOCK'));
    expect(found('USA', arm([certain('AB12')], 'GLOCK'))).toEqual(['3', '1']);
    expect(found('USA', arm([certain('AB12')]))).toEqual(['3', '2', '1']);
    expect(found('ITA', arm([certain('AB12')], 'GLOCK'))).toEqual(['4']);
    expect(found('USA', arm([certain('AB1')], 'GLOCK'))).toEqual([]);
  });

  test('by what a doubtful number may be read as, from either side', async () => {
    await index('USA', arm([certain('AB12')]), arm([doubtful('A[B4]1?')]), arm([certain('AC12')]));
    expect(found('USA', arm([certain('A412')]))).toEqual(['2']);
    expect(found('USA', arm([doubtful('A[BC]12')]))).toEqual(['3', '1']);
  });

  test('by a number whose beginning, or end, or both cannot be read', async () => {
    await index(
      'USA',
      arm([certain('AB12')]),
      arm([doubtful('?B12')]),
      arm([doubtful('AB1?')]),
      arm([doubtful('?B?2')]),
    );
    expect(found('USA', arm([certain('AB12')]))).toEqual(['4', '3', '2', '1']);
    expect(found('USA', arm([doubtful('?B12')]))).toEqual(expect.arrayContaining(['1']));
    expect(found('USA', arm([doubtful('?[BC]1[23]')]))).toEqual(expect.arrayContaining(['1']));
  });

  test('by make and day of recovery, where a number cannot be read', async () => {
    await index('USA', arm([], 'GLOCK', '2026-03-14'), arm([certain('AB12')], 'GLOCK', '2026-03-14'));
    expect(found('USA', arm([], 'GLOCK', '2026-03-14'))).toEqual(['2', '1']);
    expect(found('USA', arm([certain('XY99')], 'GLOCK', '2026-03-14'))).toEqual(['1']);
    expect(found('USA', arm([], 'GLOCK', '2026-03-15'))).toEqual([]);
    expect(found('USA', arm([], 'GLOCK'))).toEqual([]);
  });

  test('not in matters with a State that is left out', async () => {
    await index('USA', arm([certain('AB12')]));
    const { keys, make, day } = arm([certain('AB12')]);
    expect(mattersWithArm(view, subject, 'USA', { keys, make, day }, 'JAM')).toEqual([]);
    expect(mattersWithArm(view, subject, 'USA', { keys, make, day }, 'COL')).toEqual(['1']);
  });

  test('among many, with the latest only', async () => {
    await index('USA', ...Array.from({ length: MOST_FOUND + 10 }, () => arm([certain('AB12')])));
    expect(found('USA', arm([certain('AB12')]))).toHaveLength(MOST_FOUND);
  });
});

describe('a desk of a million matters finds its few', () => {
  /** How SQLite goes about each look-up of an arm. */
  function plansOf({ keys, make, day }: IndexedArm): readonly string[] {
    const plans: string[] = [];
    const watched: View = {
      ...view,
      all: <Row>(sql: string, ...values: readonly SqlValue[]) => {
        const steps = view.all<{ readonly detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, ...values);
        plans.push(...steps.map(({ detail }) => detail).filter((detail) => detail.includes(subject.name)));
        return view.all<Row>(sql, ...values);
      },
    };
    mattersWithArm(watched, subject, 'USA', { keys, make, day });
    return plans;
  }

  test.each([
    ['a certain number', arm([certain('AB12')], 'GLOCK', '2026-03-14')],
    ['one whose end is in doubt', arm([doubtful('AB1?')])],
    ['one whose beginning is in doubt', arm([doubtful('?B12')])],
    ['none that can be read', arm([], 'GLOCK', '2026-03-14')],
  ])('by %s without a look at all of them', (_, asked) => {
    const plans = plansOf(asked);
    expect(plans.length).toBeGreaterThan(0);
    for (const plan of plans) expect(plan).toMatch(/^SEARCH .*\(desk=\? AND /);
  });
});
