import { type RegimeProfile, regimeProfiles } from '@vestigo/deadlines';
import type { RecordedFact } from '@vestigo/kernel';
import * as fc from 'fast-check';
import { consentClocksOf, consentsFallenDue } from './consent-clocks';
import { consentFellDueCode, consentThatFellDue } from './consent-fell-due';
import { deadlineLedger, type DeadlineLedgerEvent } from './deadline-ledger';
import { evolveClock, type RequestClock } from './request-clock';
import { clockOf, day, fact, received } from './testing/timeline';

/** Ten working days from a Thursday, which 1 January 1970 was. */
const tenWorkingDays = 15 * day;
const target = { regime: 'EXCHANGE_TARGET', nature: 'target' };
const question = (type: 'ConsentAsked' | 'ConsentRequested', at: number, code = '1') =>
  fact(type, at, { code });
const decision = (type: 'ConsentGiven' | 'ConsentDenied', at: number, more: Partial<RecordedFact> = {}) =>
  fact(type, at, { code: '1', ...more });
const fellDueOf = (row: RequestClock, now: number) => consentsFallenDue(row, regimeProfiles, now);
const recorded = (consent: number, dueAt: number) => ({
  type: 'RecordFallenDue',
  clock: 'consent',
  consent,
  request: { requestId: fact('CaseReceived', 0).requestId, requestingState: 'TTO', respondingState: 'USA' },
  dueAt,
  regime: 'EXCHANGE_TARGET',
});

describe('the clock of a question for consent', () => {
  test('runs from its receipt, not from when it was asked, by the basis of the request', () => {
    const row = received(question('ConsentAsked', 100), question('ConsentRequested', 200));
    expect(consentClocksOf(row, regimeProfiles)).toEqual([
      {
        consent: 1,
        askedAt: 100,
        receivedAt: 200,
        decidedAt: null,
        decidedRecordedAt: null,
        fellDue: false,
        due: { at: tenWorkingDays, ...target },
      },
    ]);
  });

  test.each(['ConsentGiven', 'ConsentDenied'] as const)('ends with %s', (type) => {
    const row = received(question('ConsentRequested', 200), decision(type, 2 * day, { recordedAt: 3 * day }));
    expect(consentClocksOf(row, regimeProfiles)).toMatchObject([
      { decidedAt: 2 * day, decidedRecordedAt: 3 * day },
    ]);
    expect(fellDueOf(row, 99 * day)).toEqual([]);
  });

  test('does not start anew when the question comes again', () => {
    const row = received(question('ConsentRequested', 200), question('ConsentRequested', 9 * day));
    expect(consentClocksOf(row, regimeProfiles).map(({ receivedAt }) => receivedAt)).toEqual([200]);
  });

  test('is each one’s own, and the same in whatever order the words of the two desks came', () => {
    const asked = [question('ConsentAsked', 100), question('ConsentAsked', 300, '2')];
    const replied = [
      question('ConsentRequested', 200),
      question('ConsentRequested', 400, '2'),
      decision('ConsentGiven', 500),
    ];
    const clocks = consentClocksOf(received(...asked, ...replied), regimeProfiles);
    expect(clocks.map(({ consent, askedAt, decidedAt }) => [consent, askedAt, decidedAt])).toEqual([
      [1, 100, 500],
      [2, 300, null],
    ]);
    expect(consentClocksOf(received(...replied, ...asked), regimeProfiles)).toEqual(clocks);
  });

  test('has no limit where nothing sets one', () => {
    const none: readonly RegimeProfile[] = [];
    expect(consentClocksOf(received(question('ConsentRequested', 200)), none)).toMatchObject([{ due: null }]);
  });
});

describe('a question for consent fell due', () => {
  const row = received(question('ConsentRequested', 200));

  test('from the due instant on, not before', () => {
    expect(fellDueOf(row, tenWorkingDays - 1)).toEqual([]);
    expect(fellDueOf(row, tenWorkingDays)).toEqual([recorded(1, tenWorkingDays)]);
  });

  test('unless its decision was recorded before; what says later that it was in time undoes nothing', () => {
    const decided = (recordedAt: number) =>
      received(question('ConsentRequested', 200), decision('ConsentDenied', day, { recordedAt }));
    expect(fellDueOf(decided(tenWorkingDays - 1), 99 * day)).toEqual([]);
    expect(fellDueOf(decided(tenWorkingDays), 99 * day)).toEqual([recorded(1, tenWorkingDays)]);
  });

  test('not twice, and not on an imported request', () => {
    const code = consentFellDueCode('EXCHANGE_TARGET', 1);
    expect(consentThatFellDue(code)).toBe(1);
    const noticed = received(
      question('ConsentRequested', 200),
      fact('ConsentFellDue', tenWorkingDays, { code }),
    );
    expect(fellDueOf(noticed, 99 * day)).toEqual([]);
    const imported = clockOf(
      fact('CaseReceived', 0, { imported: true }),
      question('ConsentRequested', 200, '1'),
    );
    expect(fellDueOf(imported, 99 * day)).toEqual([]);
  });

  test.each(['RequestClosed', 'RequestMarkedDuplicate', 'RequestWithdrawn'] as const)(
    'also after %s: whoever asked may still wait for leave to ask further',
    (type) => {
      const ended = received(question('ConsentRequested', 200), fact(type, day));
      expect(fellDueOf(ended, 99 * day)).toEqual([recorded(1, tenWorkingDays)]);
    },
  );

  test('each question once in the ledger, dated when its clock ran out', () => {
    const both = received(question('ConsentRequested', 200), question('ConsentRequested', day, '2'));
    const { initial, decide, evolve } = deadlineLedger;
    const ledger: DeadlineLedgerEvent[] = [];
    for (const command of [...fellDueOf(both, 99 * day), ...fellDueOf(both, 99 * day)]) {
      const decided = decide(command, ledger.reduce(evolve, initial));
      if (!(decided instanceof Error)) ledger.push(...decided);
    }
    expect(ledger).toEqual(
      [
        [1, tenWorkingDays],
        [2, tenWorkingDays + day],
      ].map(([consent = 0, occurredAt]) => ({
        type: 'ConsentFellDue',
        occurredAt,
        clock: {
          ...recorded(consent, 0).request,
          code: `EXCHANGE_TARGET;${String(consent)}`,
          imported: false,
        },
        data: { regime: 'EXCHANGE_TARGET', consent },
      })),
    );
  });

  test('by the same facts, whenever somebody looked', () => {
    const step = fc.record({
      type: fc.constantFrom('ConsentRequested', 'ConsentGiven', 'ConsentDenied', 'ConsentAsked'),
      code: fc.constantFrom('1', '2'),
      at: fc.nat(40).map((days) => days * day),
      lag: fc.nat(6).map((days) => days * day),
    });
    const looks = fc.array(
      fc.nat(60).map((days) => days * day),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), looks, (steps, some) => {
        const facts = [
          fact('CaseReceived', 0),
          ...steps
            .map(({ type, code, at, lag }) =>
              fact(type as 'ConsentGiven', at, { code, recordedAt: at + lag }),
            )
            .sort((one, other) => one.recordedAt - other.recordedAt),
        ];
        const noted = (instants: readonly number[]) => {
          const found = new Set<string>();
          for (const now of [...instants].sort((one, other) => one - other)) {
            const row = facts
              .filter(({ recordedAt }) => recordedAt <= now)
              .reduce<RequestClock | undefined>(evolveClock, undefined);
            for (const { dueAt, ...command } of row ? fellDueOf(row, now) : []) {
              found.add(JSON.stringify([command, dueAt]));
            }
          }
          return [...found].sort();
        };
        const end = 99 * day;
        const always = Array.from({ length: 100 }, (_, days) => days * day);
        expect(noted([...some, end])).toEqual(noted(always));
      }),
      { numRuns: 200 },
    );
  });
});
