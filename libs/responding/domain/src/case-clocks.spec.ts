import type { ClockRules, RegimeProfile } from '@vestigo/deadlines';
import { Rejection } from '@vestigo/kernel';
import { type CaseClocks, clocksOf } from './case-clocks';
import { type ClockNotes, notedClocks } from './clock-notes';
import { content, heard, parties, refusal } from './testing/sample-case';
import { type TraceCase, traceCase } from './trace-case';
import type { TraceCaseCommand } from './trace-case.commands';

const hour = 3_600_000;
const rules: ClockRules = {
  acknowledge: { unit: 'hours', count: 20 },
  answer: { unit: 'hours', count: 48 },
  consent: null,
  suspendsWhileInformationIsOwed: true,
  clause: 'TREATY 5',
  mark: 'own-proposal',
};
const versions = [{ validFrom: 0, knownFrom: 0, routine: rules, urgent: rules }];
const profiles: readonly RegimeProfile[] = [
  { code: 'TREATY', title: 'A treaty', nature: 'binding', verified: true, versions },
];
const timeZone = 'America/New_York';

type Done = (at: number) => TraceCaseCommand;
/** What was done, and at which hour. */
type Deed = readonly [Done, number];
const by = (hours: number) => ({ by: 'USA', at: hours * hour, now: hours * hour });
const acknowledge: Done = (at) => ({ type: 'AcknowledgeCase', ...by(at) });
const ask: Done = (at) => ({ type: 'RequestInformation', ...by(at), text: 'Which mark?' });
const answer: Done = (at) => ({ type: 'AnswerCase', ...by(at), answers: [{ item: 1, outcome: 'COPY' }] });
const answerSecond: Done = (at) => ({
  type: 'AnswerCase',
  ...by(at),
  answers: [{ item: 2, outcome: 'COPY' }],
});
const refuse: Done = (at) => ({ type: 'RefuseCase', ...by(at), refusal });
const refuseFirst: Done = (at) => ({ type: 'RefuseItems', ...by(at), items: [1], refusal });
const told =
  (said: Parameters<typeof heard>[0]): Done =>
  (at) => ({ ...heard(said), at: at * hour, now: at * hour });
const supply = told({ kind: 'supply', said: { question: 1, information: 'A star.' } });
const withdraw = told({ kind: 'withdraw', said: { reason: 'Returned.' } });

/** The clocks of a case received at 0 in which this was done at these hours. */
function clocksAfter(...done: readonly Deed[]): CaseClocks {
  const items = [1, 2].map((number) => ({ number, kind: 'ARM', type: 'SMG' }) as const);
  const receive: Done = (at) => ({
    ...{ type: 'ReceiveRequest', by: 'TTO', at: at * hour, now: at * hour, parties },
    ...{ content: { ...content, items }, clockBasis: `ROUTINE;TREATY;${timeZone};6,0` },
  });
  let state: TraceCase = traceCase.initial;
  let notes: ClockNotes | undefined;
  for (const [command, at] of [[receive, 0], ...done] satisfies readonly Deed[]) {
    const events = traceCase.decide(command(at), state);
    if (events instanceof Rejection) throw events;
    state = events.reduce(traceCase.evolve, state);
    for (const event of events) notes = notedClocks(notes, event, at * hour);
  }
  if (!notes || state.status === 'unknown') throw new Error('nothing was received');
  return clocksOf(notes, state.status, profiles);
}
const standings = (...done: readonly Deed[]) => {
  const { acknowledge: first, answer: second } = clocksAfter(...done);
  const hours = (at: number | null) => (at === null ? null : at / hour);
  return [first, second].map(({ standing, dueAt, endedAt }) => [standing, hours(dueAt), hours(endedAt)]);
};

describe('the clocks of a case', () => {
  test('run from the receipt, by a rule that is told', () => {
    const limit = { unit: 'hours', count: 48 };
    const rule = { regime: 'TREATY', nature: 'binding', clause: 'TREATY 5', limit, timeZone };
    expect(standings()).toEqual([
      ['RUNNING', 20, null],
      ['RUNNING', 48, null],
    ]);
    expect(clocksAfter().answer).toEqual({
      ...{ standing: 'RUNNING', dueAt: 48 * hour, endedAt: null, rule, owed: [] },
    });
  });

  test('are stopped by what they wait for, late or not', () => {
    expect(standings([acknowledge, 30])).toEqual([
      ['STOPPED', 20, 30],
      ['RUNNING', 48, null],
    ]);
    expect(standings([answer, 10])).toEqual([
      ['STOPPED', 20, 10],
      ['STOPPED', 48, 10],
    ]);
    expect(standings([refuse, 10])[1]).toEqual(['STOPPED', 48, 10]);
  });

  test('that of the answer runs on while part of a request is refused and nothing is answered', () => {
    expect(standings([refuseFirst, 5])[1]).toEqual(['RUNNING', 48, null]);
    expect(standings([refuseFirst, 5], [answerSecond, 9])[1]).toEqual(['STOPPED', 48, 9]);
  });

  test('that of the answer stands still while information is owed', () => {
    expect(standings([ask, 10])).toEqual([
      ['RUNNING', 20, null],
      ['SUSPENDED', null, null],
    ]);
    const supplied = clocksAfter([ask, 10], [supply, 16]);
    expect(supplied.answer).toMatchObject({
      ...{ standing: 'RUNNING', dueAt: 54 * hour, owed: [{ from: 10 * hour, to: 16 * hour }] },
    });
    expect(supplied.acknowledge.owed).toEqual([]);
  });

  test('are set aside when the request is withdrawn', () => {
    expect(standings([acknowledge, 5], [withdraw, 12])).toEqual([
      ['STOPPED', 20, 5],
      ['SET_ASIDE', 48, 12],
    ]);
  });
});
