import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import type { DomainEvent, RecordedEvent } from '@vestigo/kernel';
import { openSqliteReadStore } from '@vestigo/sqlite';
import { docket, type DocketSubject } from './docket.projection';
import { unchangedLines } from './unchanged-lines';

type Status = 'sent' | 'answered';
const subject: DocketSubject<Status, DomainEvent> = {
  name: 'request_list',
  category: 'tracingRequest',
  desk: 'requestingState',
  follow(_, { type, clock }) {
    if (type !== 'RequestSubmitted' || !clock) return { kept: '', status: 'answered' };
    const { requestingState, respondingState, imported } = clock;
    const entry = { requestingState, respondingState, imported, priority: 'ROUTINE', isDraft: false };
    return { kept: '', status: 'sent', entry };
  },
};

const folder = mkdtempSync(join(tmpdir(), 'vestigo-'));
const readStore = openSqliteReadStore({ file: join(folder, 'views.db') });
afterAll(() => {
  readStore.close();
  rmSync(folder, { recursive: true });
});
let views = 0;

interface Line {
  readonly id: string;
  readonly state: string;
  readonly imported: boolean;
  readonly at: number;
  readonly answered: boolean;
}

async function viewOf(lines: readonly Line[]) {
  const projection = docket(subject);
  const view = readStore.open({ ...projection, version: String((views += 1)) });
  const events = lines.flatMap(({ id, state, imported, at, answered }): readonly DomainEvent[] => {
    const clock = { requestId: id, requestingState: state, respondingState: 'USA', imported, code: '' };
    const happened = (type: string) => ({ type, occurredAt: at, clock, data: {} });
    return [happened('RequestSubmitted'), ...(answered ? [happened('AnswerReceived')] : [])];
  });
  const recorded = events.map((event, index): RecordedEvent => ({
    ...{ id: String(index), stream: `tracingRequest-${event.clock?.requestId ?? ''}`, version: 1, event },
    ...{ position: index + 1, recordedAt: event.occurredAt },
    meta: { actor: 'desk', state: null, role: 'officer', correlationId: '', causationId: '' },
  }));
  await view.advance(0, recorded.length, (rows) => {
    projection.project(recorded, rows);
  });
  return view;
}

test('matters that kept their status for long come once each, the longest first, in pages of any size', async () => {
  const line = fc.record({
    state: fc.constantFrom('JAM', 'TTO'),
    imported: fc.boolean(),
    at: fc.nat(5),
    answered: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(line, { maxLength: 15 }),
      fc.integer({ min: 1, max: 4 }),
      fc.nat(5),
      async (some, limit, until) => {
        const lines = some.map((one, index) => ({
          ...one,
          id: `r${String((index * 7) % 16).padStart(2, '0')}`,
        }));
        const query = { state: 'JAM', status: 'sent', until, limit } as const;
        const expected = lines
          .filter(
            ({ state, imported, answered, at }) => state === 'JAM' && !imported && !answered && at <= until,
          )
          .toSorted((one, other) => one.at - other.at || (one.id < other.id ? -1 : 1));
        expect([...unchangedLines(await viewOf(lines), subject, query)]).toEqual(
          expected.map(({ id }) => id),
        );
      },
    ),
    { numRuns: 60 },
  );
});
