import type { TraceDetail } from '@vestigo/requesting';
import { elapsed, traceReport } from './trace-report';

const at = (day: number) => `2026-03-${String(day).padStart(2, '0')}T09:00:00.000Z`;
const due = (day: number) => ({
  ...{ at: at(day), regime: 'EXCHANGE_TARGET', nature: 'target', suspendedSince: null },
});

type Hop = TraceDetail['trails'][number]['hops'][number];
const hop = (change: Partial<Hop>): Hop => ({
  ...{ number: 1, follows: null, requestId: 'r1', item: 1, imported: false },
  ...{ requestingState: 'JAM', respondingState: 'USA', status: 'closed', result: 'FULL' },
  ...{ outcomes: ['TRACED_EXPORTED_ON'], furtherStates: ['COL'], conditions: [] },
  clocks: {
    ...{
      submittedAt: at(1),
      receivedAt: at(1),
      acknowledgedAt: at(2),
      answeredAt: at(9),
      lastAnsweredAt: at(11),
    },
    ...{ acknowledgeDue: due(3), answerDue: due(8) },
    consents: [
      {
        ...{ consent: 1, askedAt: at(10), receivedAt: at(10), decidedAt: at(11), decision: 'GIVEN' },
        due: due(24),
      },
      {
        ...{ consent: 2, askedAt: at(11), receivedAt: null, decidedAt: null, decision: null },
        due: null,
      },
    ],
  },
  ...change,
});

const unanswered = hop({
  ...{ number: 2, follows: 1, requestId: 'r2', item: 3, imported: true },
  ...{
    respondingState: 'COL',
    status: 'information-requested',
    result: null,
    outcomes: [],
    furtherStates: [],
  },
  conditions: [
    { kind: 'NEED_TO_KNOW', authorities: ['Customs', 'Police'] },
    { kind: 'EMBASSY_ONLY', unless: { a: 1 } },
  ],
  clocks: {
    ...{ submittedAt: at(9), receivedAt: null, acknowledgedAt: null, answeredAt: null, lastAnsweredAt: null },
    ...{ acknowledgeDue: due(12), answerDue: { ...due(12), at: null, suspendedSince: at(10) } },
    consents: [],
  },
});

const trace: TraceDetail = {
  id: 'r1',
  asOf: at(12),
  trails: [
    {
      ...{ startedAt: at(1), endedAt: null, elapsedSeconds: 950_400 },
      before: [],
      hops: [hop({}), unanswered],
      owed: [
        { hop: 2, act: 'ACKNOWLEDGE', state: 'COL', due: due(12) },
        { hop: 2, act: 'ASK_NEXT', state: 'JAM', towards: 'BRA', due: null },
      ],
    },
    {
      ...{ startedAt: at(1), endedAt: at(9), elapsedSeconds: 691_200 },
      before: [{ requestingState: 'JAM', respondingState: 'ITA' }],
      hops: [],
      owed: [],
    },
  ],
};

test('a trace is told line by line: hops, both clocks, conditions, what is owed and how long it took', () => {
  expect(traceReport(trace)).toEqual([
    'Trace r1 as of 2026-03-12T09:00:00.000Z',
    '',
    'Arm 1 of 2: goes on since 2026-03-01T09:00:00.000Z, 11 d',
    '  1. JAM > USA closed FULL TRACED_EXPORTED_ON',
    '     request       r1 item 1',
    '     submitted     2026-03-01T09:00:00.000Z',
    '     received      2026-03-01T09:00:00.000Z',
    '     acknowledged  2026-03-02T09:00:00.000Z, due before 2026-03-03T09:00:00.000Z (EXCHANGE_TARGET, target)',
    '     answered      2026-03-09T09:00:00.000Z, due before 2026-03-08T09:00:00.000Z (EXCHANGE_TARGET, target), late',
    '     last answer   2026-03-11T09:00:00.000Z',
    '     consent 1     asked 2026-03-10T09:00:00.000Z, received 2026-03-10T09:00:00.000Z, decided GIVEN 2026-03-11T09:00:00.000Z, due before 2026-03-24T09:00:00.000Z (EXCHANGE_TARGET, target)',
    '     consent 2     asked 2026-03-11T09:00:00.000Z, received not yet, decided not yet',
    '     leads to      COL',
    '  2. JAM > COL information-requested',
    '     request       r2 item 3, imported',
    '     follows       hop 1',
    '     submitted     2026-03-09T09:00:00.000Z',
    '     received      not yet',
    '     acknowledged  not yet, due before 2026-03-12T09:00:00.000Z (EXCHANGE_TARGET, target), late',
    '     answered      not yet, the clock stands still since 2026-03-10T09:00:00.000Z (EXCHANGE_TARGET, target)',
    '     condition     NEED_TO_KNOW; authorities Customs, Police',
    '     condition     EMBASSY_ONLY; unless {"a":1}',
    '  owed in hop 2: COL ACKNOWLEDGE, due before 2026-03-12T09:00:00.000Z (EXCHANGE_TARGET, target)',
    '  owed in hop 2: JAM ASK_NEXT BRA',
    '',
    'Arm 2 of 2: 2026-03-01T09:00:00.000Z to 2026-03-09T09:00:00.000Z, 8 d',
    '  before: JAM > ITA',
  ]);
});

test.each([
  [0, '0 s'],
  [59, '59 s'],
  [61, '1 min 1 s'],
  [3600, '1 h'],
  [90_000, '1 d 1 h'],
  [86_461, '1 d'],
  [950_399, '10 d 23 h'],
])('%d seconds are %s', (seconds, text) => {
  expect(elapsed(seconds)).toBe(text);
});
