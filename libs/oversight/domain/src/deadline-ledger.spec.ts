import type { DueDates } from '@vestigo/deadlines';
import type { RecordedFact } from '@vestigo/kernel';
import * as fc from 'fast-check';
import { deadlineLedger, type DeadlineLedgerEvent, fallenDue, type RecordFallenDue } from './deadline-ledger';
import { clockFactTypes } from './clock-facts';
import { evolveClock, type RequestClock } from './request-clock';
import { clockOf, fact, received } from './testing/timeline';

const request = {
  requestId: '01980000-0000-7000-8000-000000000001',
  requestingState: 'TTO',
  respondingState: 'USA',
};
const dueAt = (acknowledge: number | null, answer: number | null): DueDates => ({
  acknowledge: acknowledge === null ? null : { at: acknowledge, regime: 'EXCHANGE_TARGET', nature: 'target' },
  answer: answer === null ? null : { at: answer, regime: 'ECOWAS', nature: 'unverified' },
});
const acknowledgementAt = (at: number): RecordFallenDue => ({
  type: 'RecordFallenDue',
  clock: 'acknowledgement',
  request,
  dueAt: at,
  regime: 'EXCHANGE_TARGET',
});
const answerAt = (at: number): RecordFallenDue => ({
  type: 'RecordFallenDue',
  clock: 'answer',
  request,
  dueAt: at,
  regime: 'ECOWAS',
});
const { initial, decide, evolve } = deadlineLedger;

describe('the deadline ledger of a request', () => {
  const acknowledgementFellDue: DeadlineLedgerEvent = {
    type: 'AcknowledgementFellDue',
    occurredAt: 30,
    clock: { ...request, code: 'EXCHANGE_TARGET', imported: false },
    data: { regime: 'EXCHANGE_TARGET' },
  };
  const answerFellDue: DeadlineLedgerEvent = {
    type: 'AnswerFellDue',
    occurredAt: 90,
    clock: { ...request, code: 'ECOWAS', imported: false },
    data: { regime: 'ECOWAS' },
  };

  test('dates a clock when it ran out and names the regime', () => {
    expect(decide(acknowledgementAt(30), initial)).toEqual([acknowledgementFellDue]);
    expect(decide(answerAt(90), evolve(initial, acknowledgementFellDue))).toEqual([answerFellDue]);
  });

  test('records each clock once, whatever a second watch has worked out', () => {
    const both = [acknowledgementFellDue, answerFellDue].reduce(evolve, initial);
    expect(decide(acknowledgementAt(30), both)).toEqual([]);
    expect(decide(answerAt(91), both)).toEqual([]);
  });

  test('does not decide on a history it does not understand', () => {
    const unheardOf = { ...answerFellDue, type: 'ClockMended' } as unknown as DeadlineLedgerEvent;
    expect(() => evolve(initial, unheardOf)).toThrow('event is not known here');
  });

  test('its facts are clock facts', () => {
    expect(clockFactTypes).toEqual(expect.arrayContaining([acknowledgementFellDue.type, answerFellDue.type]));
    expect(deadlineLedger.category).toBe('deadlineLedger');
  });
});

describe('a clock fell due', () => {
  const due = dueAt(30, 90);

  test('from the due instant on, not before', () => {
    expect(fallenDue(received(), due, 29)).toEqual([]);
    expect(fallenDue(received(), due, 30)).toEqual([acknowledgementAt(30)]);
    expect(fallenDue(received(), due, 90)).toEqual([acknowledgementAt(30), answerAt(90)]);
  });

  test('in the order in which the clocks ran out', () => {
    expect(fallenDue(received(), dueAt(80, 20), 100)).toEqual([answerAt(20), acknowledgementAt(80)]);
  });

  test('even when the answer came before anybody looked', () => {
    const row = received(fact('CaseAcknowledged', 10), fact('CaseAnswered', 95));
    expect(fallenDue(row, due, 10_000)).toEqual([answerAt(90)]);
  });

  test.each(['CaseAcknowledged', 'CaseAnswered', 'CaseRefused', 'RequestWithdrawn'] as const)(
    'not when %s was recorded before; at the due instant it is too late',
    (type) => {
      const acknowledgementOnly = dueAt(30, null);
      expect(fallenDue(received(fact(type, 29)), acknowledgementOnly, 100)).toEqual([]);
      expect(fallenDue(received(fact(type, 30)), acknowledgementOnly, 100)).toEqual([acknowledgementAt(30)]);
    },
  );

  test('an acknowledgement does not stop the clock of the answer', () => {
    expect(fallenDue(received(fact('CaseAcknowledged', 10)), due, 100)).toEqual([answerAt(90)]);
  });

  test('when the answer was given in time but recorded too late: no watch could know', () => {
    const row = received(fact('CaseAnswered', 20, { recordedAt: 95 }));
    expect(fallenDue(row, due, 100)).toEqual([acknowledgementAt(30), answerAt(90)]);
  });

  test('not for imported requests, nor before receipt, nor without limit, nor twice', () => {
    expect(fallenDue(clockOf(fact('CaseReceived', 0, { imported: true })), due, 100)).toEqual([]);
    expect(fallenDue(clockOf(fact('RequestSubmitted', 0)), due, 100)).toEqual([]);
    expect(fallenDue(received(), dueAt(null, null), 100)).toEqual([]);
    expect(fallenDue(received(fact('AcknowledgementFellDue', 30)), due, 100)).toEqual([answerAt(90)]);
  });
});

describe('a watch that slept', () => {
  const end = 120;
  const instant = fc.nat(end - 1);
  const stops = [
    'CaseAcknowledged',
    'CaseAnswered',
    'CaseRefused',
    'RequestWithdrawn',
    'RequestClosed',
  ] as const;
  const stop = fc
    .record({ type: fc.constantFrom(...stops), at: instant, delay: fc.nat(50) })
    .map(({ type, at, delay }) => fact(type, at, { recordedAt: at + delay }));
  const receipt = fc
    .record({ at: fc.nat(40), delay: fc.nat(60), imported: fc.boolean() })
    .map(({ at, delay, imported }) =>
      fact('CaseReceived', at, { recordedAt: at + delay, imported: imported && delay > 30 }),
    );
  const timeline = fc
    .tuple(receipt, fc.array(stop, { maxLength: 6 }))
    .map(([first, rest]) => [first, ...rest].sort((one, other) => one.recordedAt - other.recordedAt));
  const limit = fc.option(instant, { nil: null });
  /** A sweep sees what was recorded before its instant, and of what is recorded at that instant all or nothing. */
  const sweep = fc.record({ at: instant, early: fc.boolean() });

  function watch(
    facts: readonly RecordedFact[],
    due: DueDates,
    sweeps: readonly { at: number; early: boolean }[],
  ) {
    const ledger: DeadlineLedgerEvent[] = [];
    for (const { at, early } of [...sweeps, { at: end + 60, early: false }]) {
      const seen = facts.filter(({ recordedAt }) => (early ? recordedAt < at : recordedAt <= at));
      const row = seen.reduce<RequestClock | undefined>(evolveClock, undefined);
      for (const command of row ? fallenDue(row, due, at) : []) {
        const decided = decide(command, ledger.reduce(evolve, initial));
        if (!(decided instanceof Error)) ledger.push(...decided);
      }
    }
    return ledger;
  }

  test('records exactly what it would have recorded awake', () => {
    const always = Array.from({ length: end }, (_, at) => ({ at, early: at % 2 === 0 }));
    fc.assert(
      fc.property(
        timeline,
        limit,
        limit,
        fc.array(sweep, { maxLength: 6 }),
        (facts, acknowledge, answer, some) => {
          const due = dueAt(acknowledge, answer);
          const sweeps = [...some].sort((one, other) => one.at - other.at);
          expect(watch(facts, due, sweeps)).toEqual(watch(facts, due, always));
        },
      ),
      { numRuns: 300 },
    );
  });
});
