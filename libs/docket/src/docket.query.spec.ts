import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import type { DomainEvent, ReadStore, RecordedEvent, View } from '@vestigo/kernel';
import { openSqliteReadStore } from '@vestigo/sqlite';
import {
  docket,
  type DocketDue,
  type DocketLine,
  type DocketSubject,
  NOTHING_DUE,
  SUSPENDED_DUE,
} from './docket.projection';
import { type DueFilter, dueFilterOf, dueLinesOf, type DueQuery, linesOf } from './docket.query';

type Status = 'received' | 'answered';
type CaseEvent = DomainEvent<string, { readonly due: DocketDue }>;

const subject: DocketSubject<Status, CaseEvent> = {
  name: 'case_list',
  category: 'traceCase',
  desk: 'respondingState',
  follow(_, { type, clock, data: { due } }) {
    if (type !== 'CaseReceived') return { kept: '', status: 'answered', due };
    const entry = clock ? { ...clock, priority: 'URGENT', isDraft: false } : undefined;
    return { kept: '', status: 'received', entry, due };
  },
};
const projection = docket(subject);

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

interface Step {
  readonly id: string;
  readonly type: string;
  readonly due: DocketDue;
}

const record = (steps: readonly Step[], from = 0): readonly RecordedEvent<CaseEvent>[] =>
  steps.map(({ id, type, due }, index) => ({
    id: `event ${String(from + index)}`,
    stream: `traceCase-${id}`,
    version: steps.slice(0, index + 1).filter((one) => one.id === id).length,
    position: from + index + 1,
    recordedAt: 0,
    meta: { actor: 'desk', state: null, role: 'service', correlationId: '', causationId: '' },
    event: {
      ...{ type, occurredAt: 0, data: { due } },
      clock: { requestId: id, requestingState: 'TTO', respondingState: 'USA', code: '', imported: false },
    },
  }));

function project(events: readonly RecordedEvent<CaseEvent>[], target = view): Promise<void> {
  return target.advance(target.checkpoint(), events.at(-1)?.position ?? 0, (rows) =>
    projection.project(events, rows),
  );
}

const ids = (lines: readonly DocketLine<Status>[]) => lines.map(({ id }) => id);

describe('the docket as a queue', () => {
  const opened = (
    id: string,
    acknowledge: number | null,
    answer: number | null,
    suspended = false,
  ): Step => ({
    ...{ id, type: 'CaseReceived' },
    due: { acknowledge, answer, suspended },
  });
  const queue = (query: Partial<DueQuery<Status>> = {}) =>
    dueLinesOf<Status>(view, subject, { state: 'USA', limit: 50, ...query });

  test('begins with what falls due next by either clock, then what is suspended, then the others', async () => {
    await project(
      record([
        opened('done', null, null),
        opened('answer', null, 300),
        opened('suspended', null, null, true),
        opened('receipt', 200, 900),
        opened('later', null, null),
        opened('receipt alone', 500, null, true),
      ]),
    );
    expect(queue().map(({ id, dueOrder }) => [id, dueOrder])).toEqual([
      ['receipt', 200],
      ['answer', 300],
      ['receipt alone', 500],
      ['suspended', SUSPENDED_DUE],
      ['later', NOTHING_DUE],
      ['done', NOTHING_DUE],
    ]);
    expect(ids(queue({ dueBefore: 301 }))).toEqual(['receipt', 'answer']);
    expect(ids(queue({ suspended: true }))).toEqual(['suspended']);
    expect(ids(queue({ open: true }))).toEqual(['receipt', 'answer', 'receipt alone', 'suspended']);
    expect(ids(queue({ otherState: 'JAM' }))).toEqual([]);
    expect(ids(queue({ named: { id: 'receipt', ids: ['done', 'of nobody'] } }))).toEqual([
      'receipt',
      'receipt alone',
      'done',
    ]);
    expect(ids(queue({ priority: 'ROUTINE' }))).toEqual([]);
    expect(ids(linesOf(view, subject, { state: 'USA', limit: 50, dueBefore: 301 }))).toEqual([
      'receipt',
      'answer',
    ]);
  });

  test('is narrowed by when the next clock runs out: the due instant itself is late', async () => {
    const day = 86_400_000;
    const now = 1000;
    const due = { late: now, soon: now + 3 * day - 1, calm: now + 3 * day };
    const dated = Object.entries(due).map(([id, at]) => opened(id, null, at));
    await project(record([...dated, opened('suspended', null, null, true), opened('done', null, null)]));
    const narrowed = (filter?: DueFilter) => ids(queue(dueFilterOf(filter, now)));
    expect(narrowed('OVERDUE')).toEqual(['late']);
    expect(narrowed('WITHIN_3_DAYS')).toEqual(['late', 'soon']);
    expect(narrowed('SUSPENDED')).toEqual(['suspended']);
    expect(narrowed('OPEN')).toEqual(['late', 'soon', 'calm', 'suspended']);
    expect(narrowed()).toHaveLength(5);
  });

  test('moves a matter with its clocks', async () => {
    const both = [opened('a', 200, 900), opened('b', 300, 800)];
    await project(record(both));
    const answered = { acknowledge: null, answer: null, suspended: false };
    await project(record([...both, { id: 'a', type: 'CaseAnswered', due: answered }]).slice(2));
    expect(queue().map(({ id, due }) => [id, due])).toEqual([
      ['b', { acknowledge: 300, answer: 800, suspended: false }],
      ['a', answered],
    ]);
  });

  test('read page by page shows each matter once', async () => {
    const due = fc.option(fc.integer({ min: 1, max: 5 }), { nil: null });
    const steps = fc.array(fc.tuple(due, due, fc.boolean()), { maxLength: 20 });
    let versions = 0;
    await fc.assert(
      fc.asyncProperty(steps, fc.integer({ min: 1, max: 4 }), async (dues, limit) => {
        const fresh = readStore.open({ ...projection, version: `queue ${String((versions += 1))}` });
        await project(record(dues.map((each, index) => opened(String(index), ...each))), fresh);
        const whole = dueLinesOf<Status>(fresh, subject, { state: 'USA', limit: 50 });
        const pages: string[] = [];
        for (let after: DocketLine<Status> | undefined; ;) {
          const lines = dueLinesOf<Status>(fresh, subject, { state: 'USA', limit, after });
          if (lines.length === 0) break;
          pages.push(...ids(lines));
          after = lines.at(-1);
        }
        expect(pages).toEqual(ids(whole));
        expect(pages).toHaveLength(dues.length);
      }),
      { numRuns: 40 },
    );
  });
});
