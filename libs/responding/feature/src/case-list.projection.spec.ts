import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { linesOf } from '@vestigo/docket';
import { type RecordedEvent, Rejection } from '@vestigo/kernel';
import type { RequestingAct, RequestingStep } from '@vestigo/lifecycle';
import {
  type TraceCase,
  traceCase,
  type TraceCaseCommand,
  type TraceCaseEvent,
} from '@vestigo/responding/domain';
import { openSqliteReadStore } from '@vestigo/sqlite';
import { caseDocket, caseList } from './case-list.projection';

const { decide, evolve, initial } = traceCase;
const desk = { at: 1, now: 1, by: 'USA' };
const word = { at: 1, now: 1, by: 'TTO' };
const receive: TraceCaseCommand = {
  type: 'ReceiveRequest',
  ...word,
  parties: { requestId: 'r', requestingState: 'TTO', respondingState: 'USA', imported: false },
  clockBasis: 'ROUTINE;ITI;UTC;6,0',
  content: {
    priority: 'ROUTINE',
    regimes: ['ITI'],
    illicitGrounds: ['ILL_NATLAW'],
    legalBasis: 'Firearms Act',
    intendedUse: 'RETURN',
    acquisitionMode: 'FOUND',
    channel: 'OTHER',
    items: [{ number: 1, kind: 'ARM', type: 'SHOTGUN' }],
  },
};
function heard(said: RequestingAct<RequestingStep>, seq?: number): TraceCaseCommand {
  return { type: 'RecordWord', ...word, word: said, ...(seq && { number: { seq, seen: 1 } }) };
}
const commands: readonly TraceCaseCommand[] = [
  receive,
  { type: 'AcknowledgeCase', ...desk },
  { type: 'AnswerCase', ...desk, answers: [{ item: 1, outcome: 'COPY' }] },
  { type: 'RefuseCase', ...desk, refusal: { ground: 'ITI22_INVESTIGATION', reason: 'Under way.' } },
  { type: 'RequestInformation', ...desk, text: 'Which mark?' },
  { type: 'StartSearch', ...desk },
  { type: 'NotifyDelay', ...desk, ground: 'ITI22_INVESTIGATION', reason: 'Late.', expectedOn: '2026-06-30' },
  { type: 'RedirectCase', ...desk, state: 'CAN', body: 'RCMP', reason: 'Theirs.' },
  heard({ kind: 'seek-clarification', said: { clarification: 1, text: 'Why?' } }, 2),
  heard({ kind: 'withdraw', said: { reason: 'The arm was returned.' } }, 3),
  heard({ kind: 'reopen', said: { reason: 'A second arm.' } }, 4),
  heard({ kind: 'close', said: { conclusion: 'LEAD_EXHAUSTED' } }),
  heard({ kind: 'lapse', said: { reason: 'Silence.' } }),
  { type: 'RecordReplyFailure', ...word, reason: 'not-json' },
];

/** What a desk and its partner did, as far as the rules let them. */
function historyOf(given: readonly TraceCaseCommand[]) {
  const events: TraceCaseEvent[] = [];
  let state: TraceCase = initial;
  for (const command of [receive, ...given]) {
    const decided = decide(command, state);
    if (decided instanceof Rejection) continue;
    events.push(...decided);
    state = decided.reduce(evolve, state);
  }
  return { events, state };
}

describe('the docket of a responding desk', () => {
  const folder = mkdtempSync(join(tmpdir(), 'vestigo-'));
  const readStore = openSqliteReadStore({ file: join(folder, 'views.db') });
  let versions = 0;

  afterAll(() => {
    readStore.close();
    rmSync(folder, { recursive: true });
  });

  test('shows each case as its decider sees it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...commands), { maxLength: 10 }), async (given) => {
        const { events, state } = historyOf(given);
        const view = readStore.open({ ...caseList, version: `again ${String((versions += 1))}` });
        const recorded = events.map((event, index): RecordedEvent<TraceCaseEvent> => ({
          id: String(index),
          stream: 'traceCase-r',
          version: index + 1,
          position: index + 1,
          recordedAt: 1,
          event,
          meta: { actor: 'a', state: null, role: 'service', correlationId: '', causationId: '' },
        }));
        await view.advance(0, recorded.length, (rows) => caseList.project(recorded, rows));
        const [line] = linesOf(view, caseDocket, { state: 'USA', limit: 1 });
        expect(line?.status).toBe(state.status);
      }),
    );
  });
});
