import type { RegimeProfile } from '@vestigo/deadlines';
import type { RecordedFact } from '@vestigo/kernel';
import * as fc from 'fast-check';
import { deadlineLedger, type DeadlineLedgerEvent, fallenDue } from './deadline-ledger';
import { dueDatesOf, runningDatesOf, watchedDatesOf } from './due-dates';
import { evolveClock, type RequestClock } from './request-clock';
import { clockOf, fact } from './testing/timeline';

const hour = 3_600_000;
const rules = {
  acknowledge: { unit: 'hours', count: 20 },
  answer: { unit: 'hours', count: 48 },
  consent: null,
  suspendsWhileInformationIsOwed: true,
  clause: 'none',
  mark: 'own-proposal',
} as const;
const profiles: readonly RegimeProfile[] = [
  {
    code: 'TREATY',
    title: 'A treaty that suspends',
    nature: 'binding',
    verified: true,
    versions: [{ validFrom: 0, knownFrom: 0, routine: rules, urgent: rules }],
  },
];
const receipt = fact('CaseReceived', 0, { code: 'ROUTINE;TREATY;UTC;6,0' });
const at = (type: RecordedFact['type'], occurred: number, recorded = occurred, code = '1') => ({
  ...fact('CaseReceived', occurred * hour, { recordedAt: recorded * hour, code }),
  type,
});
const answerOf = (dates: { readonly answer: { readonly at: number } | null }) =>
  dates.answer && dates.answer.at / hour;

describe('when a clock ran out by what was known then', () => {
  const watched = (...facts: readonly RecordedFact[]) =>
    answerOf(watchedDatesOf(clockOf(receipt, ...facts), profiles));

  test('a question that was recorded in time moves it, and holds it while it is open', () => {
    expect(watched()).toBe(48);
    expect(watched(at('InformationRequested', 10))).toBeNull();
    expect(watched(at('InformationRequested', 10), at('InformationSupplied', 20))).toBe(58);
  });

  test('one that is told of after it ran out, however far back it is dated, does not', () => {
    expect(watched(at('InformationRequested', 10, 48))).toBe(48);
    expect(watched(at('InformationRequested', 10, 47))).toBeNull();
    expect(answerOf(dueDatesOf(clockOf(receipt, at('InformationRequested', 10, 60)), profiles))).toBe(
      Infinity,
    );
  });

  test('information that is told of late lets it run out when it did', () => {
    expect(watched(at('InformationRequested', 10), at('InformationSupplied', 20, 90))).toBe(58);
  });

  test('set aside before, it does not run out; after, it has', () => {
    expect(watched(at('CaseRedirected', 10))).toBeNull();
    expect(watched(at('RequestMarkedDuplicate', 47))).toBeNull();
    expect(watched(at('RequestMarkedDuplicate', 48))).toBe(48);
    expect(watched(at('RequestLapsed', 10))).toBe(48);
  });
});

describe('the clocks that run', () => {
  const running = (...facts: readonly RecordedFact[]) => runningDatesOf(clockOf(receipt, ...facts), profiles);

  test.each(['CaseRedirected', 'RequestMarkedDuplicate', 'RequestLapsed'])('are none after %s', (type) => {
    expect(running(at(type, 10))).toEqual({ acknowledge: null, answer: null });
  });

  test('run again once the request is reopened', () => {
    expect(answerOf(running(at('RequestLapsed', 60), at('RequestReopened', 70)))).toBe(48);
  });

  test('that of the answer stands still while information is owed, and says since when', () => {
    const { acknowledge, answer } = running(at('InformationRequested', 10));
    expect([acknowledge && acknowledge.at / hour, answer]).toEqual([
      20,
      { at: Infinity, regime: 'TREATY', nature: 'binding', suspendedSince: 10 * hour },
    ]);
  });
});

describe('a watch that slept through questions', () => {
  const end = 200;
  const act = fc
    .record({
      type: fc.constantFrom(
        'InformationRequested',
        'InformationRequested',
        'InformationSupplied',
        'InformationSupplied',
        'InformationDeclined',
        'CaseAnswered',
        'CaseRedirected',
        'RequestMarkedDuplicate',
        'RequestLapsed',
        'DelayNotified',
      ),
      occurred: fc.nat(90),
      lag: fc.oneof(fc.constant(0), fc.nat(60)),
      code: fc.constantFrom('1', '2'),
    })
    .map(({ type, occurred, lag, code }) => at(type, occurred, occurred + lag, code));
  const timeline = fc
    .array(act, { maxLength: 7 })
    .map((acts) => [receipt, ...acts.sort((one, other) => one.recordedAt - other.recordedAt)]);
  const sweep = fc.record({ hours: fc.nat(end), early: fc.boolean() });
  const rowOf = (facts: readonly RecordedFact[]) =>
    facts.reduce<RequestClock | undefined>(evolveClock, undefined) ?? clockOf(receipt);

  function watch(facts: readonly RecordedFact[], sweeps: readonly { hours: number; early: boolean }[]) {
    const { initial, decide, evolve } = deadlineLedger;
    const ledger: DeadlineLedgerEvent[] = [];
    for (const { hours, early } of [...sweeps, { hours: end + 1, early: false }]) {
      const now = hours * hour;
      const row = rowOf(facts.filter(({ recordedAt }) => (early ? recordedAt < now : recordedAt <= now)));
      for (const command of fallenDue(row, watchedDatesOf(row, profiles), now)) {
        const decided = decide(command, ledger.reduce(evolve, initial));
        if (!(decided instanceof Error)) ledger.push(...decided);
      }
    }
    return ledger;
  }

  test('records exactly what it would have recorded awake', () => {
    const always = Array.from({ length: 2 * end }, (_, turn) => ({
      hours: Math.floor(turn / 2),
      early: turn % 2 === 0,
    }));
    fc.assert(
      fc.property(timeline, fc.array(sweep, { maxLength: 4 }), (facts, some) => {
        const sweeps = [...some].sort((one, other) => one.hours - other.hours);
        expect(watch(facts, sweeps)).toEqual(watch(facts, always));
      }),
      { numRuns: 300 },
    );
  });

  test('and says of no clock that it ran out while it was known to be suspended', () => {
    fc.assert(
      fc.property(timeline, fc.array(sweep, { maxLength: 4 }), (facts, some) => {
        const recorded = watch(
          facts,
          [...some].sort((one, other) => one.hours - other.hours),
        );
        for (const { occurredAt } of recorded.filter(({ type }) => type === 'AnswerFellDue')) {
          const open = facts.filter(
            ({ type, recordedAt, occurredAt: asked, code }) =>
              type === 'InformationRequested' &&
              recordedAt < occurredAt &&
              asked < occurredAt &&
              !facts.some(
                (reply) =>
                  ['InformationSupplied', 'InformationDeclined'].includes(reply.type) && reply.code === code,
              ),
          );
          expect(open).toEqual([]);
        }
      }),
    );
  });
});
