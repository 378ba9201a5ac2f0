import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { type DocketQuery, linesOf } from '@vestigo/docket';
import { type RecordedEvent, Rejection } from '@vestigo/kernel';
import type { RespondingAct } from '@vestigo/lifecycle';
import {
  isSubmitted,
  type RequestStatus,
  type TracingRequest,
  tracingRequest,
  type TracingRequestCommand,
  type TracingRequestEvent,
} from '@vestigo/requesting/domain';
import { openSqliteReadStore } from '@vestigo/sqlite';
import { requestDocket, requestList } from './request-list.projection';

const { decide, evolve, initial } = tracingRequest;
const act = { at: 1, now: 1 };
const parties = { requestId: 'r', requestingState: 'TTO', respondingState: 'USA', imported: false };
const word = { ...act, by: 'USA', respondedAt: 1 };
const desk = { ...act, by: 'TTO' };
const held = { ground: 'ITI22_INVESTIGATION', reason: 'Under way.' };
function reply(said: RespondingAct, seq?: number): TracingRequestCommand {
  return { type: 'RecordReply', ...word, reply: said, ...(seq && { number: { seq, seen: 1 } }) };
}
const officer = 'officer@TTO';
const commands: readonly TracingRequestCommand[] = [
  { type: 'WithdrawRequest', ...desk, reason: 'The arm was returned.' },
  { type: 'CloseRequest', ...desk, conclusion: 'LEAD_EXHAUSTED' },
  { type: 'SendReminder', ...desk },
  { type: 'LapseRequest', ...desk, reason: 'Silence.' },
  { type: 'ReopenRequest', ...desk, reason: 'A second arm.' },
  { type: 'SeekClarification', ...desk, text: 'Why?' },
  { type: 'SupplyInformation', ...desk, question: 1, information: '4417' },
  { type: 'ResendRequest', ...desk },
  { type: 'RecordDeliveryFailure', ...act, by: 'USA', reason: 'not-json' },
  reply({ kind: 'receive', said: {} }, 1),
  reply({ kind: 'acknowledge', said: {} }, 2),
  reply({ kind: 'request-information', said: { question: 1, text: 'Which mark?' } }, 3),
  reply({ kind: 'notify-delay', said: { ...held, expectedOn: '2026-06-30' } }, 4),
  reply(
    {
      kind: 'answer',
      said: { answers: [{ item: 1, outcome: 'COPY', restriction: held }], answerClass: 'PARTIAL' },
    },
    5,
  ),
  reply({ kind: 'lift', said: { items: [1], reason: 'Over.' } }, 6),
  reply({ kind: 'clarify', said: { clarification: 1, text: 'So.' } }, 7),
  reply({ kind: 'refuse', said: held }),
];
const submit = {
  type: 'SubmitRequest',
  ...desk,
  ...parties,
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
} as const satisfies TracingRequestCommand;

const drafting: readonly TracingRequestCommand[] = [
  { type: 'DraftRequest', ...desk, ...parties, officer, content: submit.content },
  {
    type: 'ReviseDraft',
    ...desk,
    officer,
    respondingState: 'BRA',
    content: { ...submit.content, priority: 'URGENT' },
  },
  { type: 'ApproveDraft', ...desk, officer: 'second@TTO', reviewRequired: true },
];

/** What a desk and its partner did, as far as the rules let them. */
function historyOf(given: readonly TracingRequestCommand[]) {
  const events: TracingRequestEvent[] = [];
  let state: TracingRequest = initial;
  for (const command of given) {
    const decided = decide(command, state);
    if (decided instanceof Rejection) continue;
    events.push(...decided);
    state = decided.reduce(evolve, state);
  }
  return { events, state };
}

describe('the docket of a requesting desk', () => {
  const folder = mkdtempSync(join(tmpdir(), 'vestigo-'));
  const readStore = openSqliteReadStore({ file: join(folder, 'views.db') });
  let versions = 0;

  afterAll(() => {
    readStore.close();
    rmSync(folder, { recursive: true });
  });

  async function lineAfter(
    events: readonly TracingRequestEvent[],
    query: Partial<DocketQuery<RequestStatus>> = {},
  ) {
    const view = readStore.open({ ...requestList, version: `again ${String((versions += 1))}` });
    const recorded = events.map((event, index): RecordedEvent<TracingRequestEvent> => ({
      id: String(index),
      stream: 'tracingRequest-r',
      version: index + 1,
      position: index + 1,
      recordedAt: 1,
      event,
      meta: { actor: 'a', state: null, role: 'service', correlationId: '', causationId: '' },
    }));
    await view.advance(0, recorded.length, (rows) => requestList.project(recorded, rows));
    return linesOf(view, requestDocket, { state: 'TTO', limit: 1, ...query })[0];
  }

  test('shows each request as its decider sees it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...commands), { maxLength: 20 }), async (given) => {
        const { events, state } = historyOf([submit, ...given]);
        expect((await lineAfter(events))?.status).toBe(state.status);
      }),
    );
  });

  test('shows each draft as its decider sees it, to whoever may see drafts, and as a request once it is sent', async () => {
    const send: TracingRequestCommand = { type: 'SubmitDraft', ...desk, reviewRequired: true };
    const [begin, ...more] = drafting;
    if (!begin) throw new Error('no draft is begun');
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...more, send, ...commands.slice(0, 3)), { maxLength: 8 }),
        async (given) => {
          const { events, state } = historyOf([begin, ...given]);
          const line = await lineAfter(events, { drafts: true });
          if (state.status === 'unknown') throw new Error('no draft was begun');
          const { respondingState } = state.parties;
          const { priority } = state.content;
          expect(line).toMatchObject({
            status: state.status,
            respondingState,
            priority,
            isDraft: !isSubmitted(state),
          });
          expect(await lineAfter(events)).toEqual(isSubmitted(state) ? line : undefined);
        },
      ),
    );
  });
});
