import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import type { DomainEvent, ReadStore, RecordedEvent, View } from '@vestigo/kernel';
import { openSqliteReadStore } from '@vestigo/sqlite';
import { docket, type DocketLine, type DocketSubject, NOTHING_DUE } from './docket.projection';
import { type DocketQuery, linesOf } from './docket.query';

type Status = 'draft' | 'received' | 'answered' | 'withdrawn';
type CaseEvent = DomainEvent<string, { readonly priority?: string }>;

const statusAfter: Readonly<Partial<Record<string, Status>>> = {
  CaseDrafted: 'draft',
  CaseReceived: 'received',
  CaseAnswered: 'answered',
  CaseWithdrawn: 'withdrawn',
};
const subject: DocketSubject<Status, CaseEvent> = {
  name: 'case_list',
  category: 'traceCase',
  desk: 'respondingState',
  follow(kept, { type, clock, data: { priority = '' } }) {
    const status = kept === 'withdrawn' ? undefined : statusAfter[type];
    const isDraft = status === 'draft';
    const entry = clock && (isDraft || type === 'CaseReceived') ? { ...clock, priority, isDraft } : undefined;
    return status && { kept: status, status, entry };
  },
};
const projection = docket(subject);
const desks = ['USA', 'BRA', 'DEU'] as const;

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
  readonly desk?: string;
  readonly imported?: boolean;
}

/** Each step happens at a hundred times its position. */
function record(steps: readonly Step[]): readonly RecordedEvent<CaseEvent>[] {
  return steps.map(({ id, type, desk = 'USA', imported = false }, index) => ({
    id: `event ${String(index)}`,
    stream: `traceCase-${id}`,
    version: steps.slice(0, index + 1).filter((one) => one.id === id).length,
    position: index + 1,
    recordedAt: 0,
    meta: { actor: 'desk', state: null, role: 'service', correlationId: '', causationId: '' },
    event: {
      type,
      occurredAt: (index + 1) * 100,
      clock: { requestId: id, requestingState: 'TTO', respondingState: desk, code: '', imported },
      data: { priority: 'URGENT' },
    },
  }));
}

function project(events: readonly RecordedEvent<CaseEvent>[], target = view): Promise<void> {
  return target.advance(target.checkpoint(), events.at(-1)?.position ?? 0, (rows) =>
    projection.project(events, rows),
  );
}

const list = (query: Partial<DocketQuery<Status>> = {}) =>
  linesOf(view, subject, { state: 'USA', limit: 50, ...query });
const ids = (lines: readonly DocketLine<Status>[]) => lines.map(({ id }) => id);

describe('the docket of a desk', () => {
  test('shows parties, codes and instants of each matter, newest first', async () => {
    await project(
      record([
        { id: 'a', type: 'CaseReceived' },
        { id: 'b', type: 'CaseReceived', imported: true },
        { id: 'a', type: 'CaseAnswered' },
        { id: 'a', type: 'NothingOfThis' },
      ]),
    );
    const due = { acknowledge: null, answer: null, suspended: false };
    const parties = { requestingState: 'TTO', respondingState: 'USA', priority: 'URGENT' };
    const sent = { ...parties, isDraft: false, due, dueOrder: NOTHING_DUE };
    expect(list()).toEqual([
      {
        id: 'b',
        place: 2,
        ...sent,
        status: 'received',
        imported: true,
        openedAt: 200,
        changedAt: 200,
        version: 1,
      },
      {
        id: 'a',
        place: 1,
        ...sent,
        status: 'answered',
        imported: false,
        openedAt: 100,
        changedAt: 300,
        version: 3,
      },
    ]);
  });

  test('never shows the matters of another State; a coordinator sees all', async () => {
    await project(
      record(desks.map((desk, index) => ({ id: `case ${String(index)}`, type: 'CaseReceived', desk }))),
    );
    expect(desks.map((state) => ids(list({ state })))).toEqual([['case 0'], ['case 1'], ['case 2']]);
    expect(list({ state: 'TTO' })).toEqual([]);
    expect(ids(list({ state: null }))).toEqual(['case 2', 'case 1', 'case 0']);
  });

  test('can be narrowed to one status', async () => {
    await project(
      record([
        { id: 'a', type: 'CaseReceived' },
        { id: 'b', type: 'CaseReceived' },
        { id: 'c', type: 'CaseReceived', desk: 'BRA' },
        { id: 'b', type: 'CaseAnswered' },
      ]),
    );
    expect(ids(list({ status: 'received' }))).toEqual(['a']);
    expect(ids(list({ status: 'answered' }))).toEqual(['b']);
    expect(ids(list({ status: 'withdrawn' }))).toEqual([]);
    expect(ids(list({ state: null, status: 'received' }))).toEqual(['c', 'a']);
  });

  test('leaves a matter that has ended as it ended', async () => {
    await project(
      record([
        { id: 'a', type: 'CaseReceived' },
        { id: 'a', type: 'CaseWithdrawn' },
        { id: 'a', type: 'CaseAnswered' },
      ]),
    );
    expect(list()).toMatchObject([{ status: 'withdrawn', changedAt: 200 }]);
  });

  test('shows drafts to those alone who ask for them, where they were begun and as they were last written', async () => {
    await project(
      record([
        { id: 'a', type: 'CaseDrafted', desk: 'BRA' },
        { id: 'b', type: 'CaseReceived' },
        { id: 'a', type: 'CaseDrafted' },
      ]),
    );
    const written = { status: 'draft', isDraft: true, place: 1, openedAt: 100, changedAt: 300 };
    expect(list({ drafts: true })).toMatchObject([
      { id: 'b' },
      { id: 'a', respondingState: 'USA', ...written },
    ]);
    expect(list({ drafts: true, status: 'draft' })).toMatchObject([{ id: 'a' }]);
    expect(list({ drafts: true, state: 'BRA' })).toEqual([]);
    for (const state of ['USA', null]) {
      expect(ids(list({ state }))).toEqual(['b']);
      expect(list({ state, status: 'draft' })).toEqual([]);
    }
  });

  test('gives a draft that is sent its place among what was sent', async () => {
    await project(
      record([
        { id: 'a', type: 'CaseDrafted' },
        { id: 'b', type: 'CaseReceived' },
        { id: 'a', type: 'CaseReceived' },
      ]),
    );
    expect(ids(list({ drafts: true }))).toEqual(['a', 'b']);
    expect(list()).toMatchObject([
      { id: 'a', isDraft: false, place: 3, openedAt: 300, changedAt: 300 },
      { id: 'b' },
    ]);
    expect(list({ drafts: true, status: 'draft' })).toEqual([]);
  });

  test('passes over events that it does not know', async () => {
    await project(
      record([
        { id: 'a', type: 'CaseReceived' },
        { id: 'a', type: 'ReplyDeliveryFailed' },
        { id: 'b', type: 'CaseNoted' },
      ]),
    );
    expect(list()).toMatchObject([{ id: 'a', status: 'received', changedAt: 100 }]);
  });

  const anySteps = fc.array(
    fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      type: fc.constantFrom('CaseReceived', 'CaseAnswered', 'CaseWithdrawn', 'CaseNoted'),
      desk: fc.constantFrom(...desks),
    }),
    { maxLength: 40 },
  );
  let versions = 0;
  const fresh = () => `again ${String((versions += 1))}`;
  const openedOnce = (steps: readonly Step[]) =>
    steps.filter(
      ({ id, type }, index) =>
        type !== 'CaseReceived' || steps.findIndex((step) => step.id === id && step.type === type) === index,
    );

  test('is the same however the log was cut into batches', async () => {
    await fc.assert(
      fc.asyncProperty(
        anySteps,
        fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1 }),
        async (steps, sizes) => {
          const events = record(openedOnce(steps));
          const whole = readStore.open({ ...projection, version: fresh() });
          await project(events, whole);
          const expected = linesOf(whole, subject, { state: null, limit: 50 });
          const cut = readStore.open({ ...projection, version: fresh() });
          for (let from = 0, turn = 0; from < events.length; turn += 1) {
            const size = sizes[turn % sizes.length] ?? 1;
            await project(events.slice(from, from + size), cut);
            from += size;
          }
          expect(linesOf(cut, subject, { state: null, limit: 50 })).toEqual(expected);
        },
      ),
      { numRuns: 40 },
    );
  });

  test('read page by page shows each matter once, also while others come in', async () => {
    const many = Array.from({ length: 25 }, (_, index) => ({
      id: `case ${String(index)}`,
      type: 'CaseReceived',
      desk: desks[index % 2] ?? 'USA',
    }));
    const events = record(many);
    await project(events.slice(0, 20));
    const whole = ids(list());
    const pages: string[] = [];
    let before: number | undefined;
    for (;;) {
      const lines = list({ before, limit: 3 });
      if (lines.length === 0) break;
      pages.push(...ids(lines));
      before = lines.at(-1)?.place;
      if (view.checkpoint() < 25) await project(events.slice(20));
    }
    expect(pages).toEqual(whole);
    expect(list()).toHaveLength(13);
  });
});
