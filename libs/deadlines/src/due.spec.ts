import { consentDueOf, type DueBasis, dueOf, strictest } from './due';
import { regimeProfiles } from './regime-profiles';

const receivedAt = Date.parse('2026-01-31T10:00:00Z');
const basis: DueBasis = {
  priority: 'ROUTINE',
  regimes: ['ITI'],
  timeZone: 'Africa/Lagos',
  weekend: [6, 0],
  receivedAt,
  recordedAt: receivedAt,
};
const at = (text: string) => Date.parse(text);

describe('the due instants of a request', () => {
  test('a text without a number leaves both clocks to the target of the exchange', () => {
    expect(dueOf(basis, regimeProfiles)).toEqual({
      acknowledge: { at: at('2026-02-04T23:00:00Z'), regime: 'EXCHANGE_TARGET', nature: 'target' },
      answer: { at: at('2026-03-02T23:00:00Z'), regime: 'EXCHANGE_TARGET', nature: 'target' },
    });
  });

  test('a regional rule governs the clock it speaks of, and the target the other', () => {
    expect(dueOf({ ...basis, regimes: ['ITI', 'ECOWAS'] }, regimeProfiles)).toEqual({
      acknowledge: { at: at('2026-02-04T23:00:00Z'), regime: 'EXCHANGE_TARGET', nature: 'target' },
      answer: { at: at('2026-02-28T23:00:00Z'), regime: 'ECOWAS', nature: 'unverified' },
    });
  });

  test('the strictest of several regimes applies and is named, in whatever order they stand', () => {
    const answer = { at: at('2026-02-07T23:00:00Z'), regime: 'EU977', nature: 'unverified' };
    for (const regimes of [
      ['ECOWAS', 'EU977'],
      ['EU977', 'ECOWAS', 'ITI'],
    ]) {
      expect(dueOf({ ...basis, regimes }, regimeProfiles).answer).toEqual(answer);
    }
  });

  test('urgent requests have limits of their own', () => {
    const urgent = { ...basis, priority: 'URGENT' as const, regimes: ['EU977', 'ATF_NTC'] };
    expect(dueOf(urgent, regimeProfiles)).toEqual({
      acknowledge: { at: receivedAt + 24 * 3_600_000, regime: 'EXCHANGE_TARGET', nature: 'target' },
      answer: { at: receivedAt + 8 * 3_600_000, regime: 'EU977', nature: 'unverified' },
    });
  });

  test('the target yields to a regime even where it would be stricter', () => {
    const regimes = ['EXCHANGE_TARGET', 'ECOWAS'];
    expect(
      dueOf({ ...basis, receivedAt: at('2026-07-01T10:00:00Z'), regimes }, regimeProfiles).answer,
    ).toEqual({
      at: at('2026-08-01T23:00:00Z'),
      regime: 'ECOWAS',
      nature: 'unverified',
    });
  });

  test('a directive does not reach back before it applied', () => {
    const earlier = at('2024-12-11T10:00:00Z');
    const before = { ...basis, regimes: ['EU977'], receivedAt: earlier, recordedAt: earlier };
    expect(dueOf(before, regimeProfiles).answer?.regime).toBe('EXCHANGE_TARGET');
  });

  test('nothing is due where nothing sets a limit', () => {
    expect(dueOf({ ...basis, regimes: ['BILATERAL:7'] }, [])).toEqual({ acknowledge: null, answer: null });
  });

  test('of two limits that end together the first is named', () => {
    const one = { at: 5, regime: 'ONE', nature: 'binding' } as const;
    expect(strictest([{ ...one, at: 6 }, one, { ...one, regime: 'TWO' }])).toEqual(one);
    expect(strictest([])).toBeNull();
  });
});

describe('the due instant of a question for consent', () => {
  const target = { regime: 'EXCHANGE_TARGET', nature: 'target' };

  test('is the target of the exchange, in working days of the desk of the giver', () => {
    // Received on a Saturday.
    expect(consentDueOf(basis, regimeProfiles)).toEqual({ at: at('2026-02-13T23:00:00Z'), ...target });
    const urgent = { ...basis, priority: 'URGENT' as const };
    expect(consentDueOf(urgent, regimeProfiles)).toEqual({ at: at('2026-02-04T23:00:00Z'), ...target });
  });

  test('is that of a regime that has a limit of its own, and none where nothing sets one', () => {
    const limit = { unit: 'hours', count: 5 } as const;
    const rules = { acknowledge: null, answer: null, consent: limit, suspendsWhileInformationIsOwed: true };
    const both = { ...rules, clause: 'Article 7', mark: 'read' } as const;
    const agreed = {
      code: 'BILATERAL:7',
      title: 'An arrangement',
      nature: 'binding',
      verified: true,
      versions: [{ validFrom: 0, knownFrom: 0, routine: both, urgent: both }],
    } as const;
    const asked = { ...basis, regimes: ['ITI', 'BILATERAL:7'] };
    expect(consentDueOf(asked, [...regimeProfiles, agreed])).toEqual({
      at: receivedAt + 5 * 3_600_000,
      regime: 'BILATERAL:7',
      nature: 'binding',
    });
    expect(consentDueOf(asked, [])).toBeNull();
  });
});

describe('acceptance check 6', () => {
  const day = 86_400_000;
  const asked = { from: receivedAt + day, to: receivedAt + 4 * day };
  const answerUnder = (regime: string, owed = [asked]) =>
    dueOf({ ...basis, regimes: [regime] }, regimeProfiles, owed).answer?.at;

  test('information owed for 3 days suspends the clock of an EU977 request', () => {
    expect(answerUnder('EU977', [])).toBe(at('2026-02-07T23:00:00Z'));
    expect(answerUnder('EU977')).toBe(at('2026-02-10T23:00:00Z'));
    expect(answerUnder('EU977', [{ ...asked, to: Infinity }])).toBe(Infinity);
    const urgent = { ...basis, priority: 'URGENT' as const, regimes: ['EU977'] };
    const soon = { from: receivedAt + 60_000, to: receivedAt + 60_000 + 3 * day };
    expect(dueOf(urgent, regimeProfiles, [soon]).answer?.at).toBe(receivedAt + 8 * 3_600_000 + 3 * day);
  });

  test('a clock that stands still says since when: since the first of the questions that are open', () => {
    const open = (from: number) => ({ from, to: Infinity });
    const eu = { ...basis, regimes: ['EU977'] };
    const due = dueOf(eu, regimeProfiles, [asked, open(receivedAt + 5 * day), open(receivedAt + 3 * day)]);
    expect(due.answer).toEqual({
      at: Infinity,
      regime: 'EU977',
      nature: 'unverified',
      suspendedSince: receivedAt + day,
    });
    expect(dueOf(eu, regimeProfiles, [asked]).answer).not.toHaveProperty('suspendedSince');
  });

  test('in the ITI profile, and in every other, it does not', () => {
    for (const { code } of regimeProfiles.filter((profile) => profile.code !== 'EU977')) {
      expect([code, answerUnder(code)]).toEqual([code, answerUnder(code, [])]);
    }
  });

  test('of several regimes only those that say so are suspended', () => {
    const both = { ...basis, regimes: ['EU977', 'ECOWAS'] };
    expect(dueOf(both, regimeProfiles, [{ ...asked, to: Infinity }]).answer).toEqual({
      at: at('2026-02-28T23:00:00Z'),
      regime: 'ECOWAS',
      nature: 'unverified',
    });
  });

  test('31 January and one month is the end of February', () => {
    expect(answerUnder('ECOWAS')).toBe(at('2026-02-28T23:00:00Z'));
  });
});

test('half a million due instants take seconds, not minutes', () => {
  const zones = ['Africa/Lagos', 'America/New_York', 'Europe/Berlin', 'Asia/Kolkata', 'Pacific/Apia'];
  const before = performance.now();
  for (let index = 0; index < 250_000; index += 1) {
    const instant = receivedAt + index * 600_000;
    const timeZone = zones[index % zones.length] ?? 'UTC';
    dueOf(
      { ...basis, regimes: ['ITI', 'ECOWAS'], timeZone, receivedAt: instant, recordedAt: instant },
      regimeProfiles,
    );
  }
  expect(performance.now() - before).toBeLessThan(10_000);
});
