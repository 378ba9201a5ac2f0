import { type DueDates, regimeProfiles } from '@vestigo/deadlines';
import type { RecordedFact } from '@vestigo/kernel';
import { dueDatesOf } from './due-dates';
import { pairFigures } from './pair-figures';
import type { RequestClock } from './request-clock';
import { clockOf, day, fact, received } from './testing/timeline';

const target = { regime: 'EXCHANGE_TARGET', nature: 'target' } as const;
const limits: DueDates = { acknowledge: { at: 3 * day, ...target }, answer: { at: 30 * day, ...target } };
const figuresAt = (asOf: number, ...rows: readonly RequestClock[]) => pairFigures(rows, asOf, () => limits);

const answered = (at: number, code = 'FULL') => fact('CaseAnswered', at * day, { code });
const delayed = (at: number) => fact('DelayNotified', at * day, { code: 'ITI22_INVESTIGATION' });
const question = (at: number, code = '1') => fact('InformationRequested', at * day, { code });
const supplied = (at: number, code = '1') => fact('InformationSupplied', at * day, { code });

describe('several answers to one request', () => {
  const row = received(
    answered(5, 'PARTIAL'),
    fact('AnswerSupplemented', 10 * day, { code: 'FULL' }),
    fact('RestrictionImposed', 12 * day, { recordedAt: 20 * day, code: 'PARTIAL' }),
  );
  const outcomeAt = (asOf: number) => {
    const { answeredInFull, answeredInPart, unanswered } = figuresAt(asOf * day, row);
    return { answeredInFull, answeredInPart, unanswered };
  };

  test('acceptance check 5: the same stream at two instants gives two tables, both reproducible', () => {
    expect(outcomeAt(4)).toEqual({ answeredInFull: 0, answeredInPart: 0, unanswered: 1 });
    expect(outcomeAt(9)).toEqual({ answeredInFull: 0, answeredInPart: 1, unanswered: 0 });
    expect(outcomeAt(10)).toEqual({ answeredInFull: 1, answeredInPart: 0, unanswered: 0 });
    expect(outcomeAt(19)).toEqual({ answeredInFull: 1, answeredInPart: 0, unanswered: 0 });
    expect(outcomeAt(20)).toEqual({ answeredInFull: 0, answeredInPart: 1, unanswered: 0 });
  });

  test('the first in substance ends the wait', () => {
    expect(figuresAt(40 * day, row)).toMatchObject({ medianDaysToAnswer: 5, overdue: 0 });
  });

  test('one item refused while nothing is answered leaves the request unanswered', () => {
    const refusedInPart = received(fact('ItemsRefused', 4 * day, { code: '' }));
    expect(figuresAt(40 * day, refusedInPart)).toMatchObject({ unanswered: 1, refused: 0, overdue: 1 });
  });

  test('a correction that takes all back is no answer in full any more', () => {
    const corrected = received(answered(5), fact('AnswerCorrected', 9 * day, { code: 'REFUSED' }));
    expect(figuresAt(8 * day, corrected)).toMatchObject({ answeredInFull: 1, refused: 0 });
    expect(figuresAt(9 * day, corrected)).toMatchObject({ answeredInFull: 0, refused: 1 });
  });
});

describe('a delay that was notified', () => {
  test('turns overdue into overdue, explained, and stops no clock', () => {
    const figures = figuresAt(
      31 * day,
      received(delayed(20)),
      received(),
      received(delayed(3), answered(10)),
    );
    expect(figures).toMatchObject({
      overdue: 2,
      explainedLate: { numerator: 1, denominator: 2, share: 0.5 },
      onTime: { numerator: 1, denominator: 3 },
    });
  });

  test('explains nothing before it is known', () => {
    const row = received(fact('DelayNotified', 20 * day, { recordedAt: 35 * day }));
    expect(figuresAt(34 * day, row).explainedLate.numerator).toBe(0);
    expect(figuresAt(35 * day, row).explainedLate.numerator).toBe(1);
  });
});

describe('days, gross and net', () => {
  test('net days leave out the time in which the requester owed information', () => {
    const row = received(question(2), supplied(5), question(6, '2'), supplied(7, '2'), answered(10));
    expect(figuresAt(40 * day, row)).toMatchObject({ medianDaysToAnswer: 10, medianNetDaysToAnswer: 6 });
  });

  test('declining to supply ends it as well; two open questions count once', () => {
    const declined = fact('InformationDeclined', 6 * day, { code: '2' });
    const row = received(question(2), question(3, '2'), supplied(5), declined, answered(10));
    expect(figuresAt(40 * day, row)).toMatchObject({ medianDaysToAnswer: 10, medianNetDaysToAnswer: 6 });
  });

  test('an answer to a question that is still open ends the wait', () => {
    const row = received(question(2), answered(10), supplied(12));
    expect(figuresAt(40 * day, row)).toMatchObject({ medianDaysToAnswer: 10, medianNetDaysToAnswer: 2 });
  });
});

describe('acceptance check 6: information owed for 3 days', () => {
  const start = Date.parse('2026-02-02T10:00:00Z');
  const timeline = (regime: string, ...more: readonly RecordedFact[]) =>
    clockOf(
      fact('CaseReceived', start, { code: `ROUTINE;${regime};UTC;6,0` }),
      fact('InformationRequested', start + 2 * day, { code: '1' }),
      ...more,
    );
  const provided = fact('InformationSupplied', start + 5 * day, { code: '1' });
  const onTime = (row: RequestClock, asOf: number) =>
    pairFigures([row], start + asOf * day, (known) => dueDatesOf(known, regimeProfiles, start + asOf * day));

  test('suspends an EU977 request: due on the tenth day, not on the seventh', () => {
    const answer = fact('CaseAnswered', start + 9 * day);
    expect(onTime(timeline('EU977', provided, answer), 20).onTime).toMatchObject({ share: 1 });
    expect(onTime(timeline('EU977', answer), 20).onTime).toMatchObject({ share: 1 });
    expect(onTime(timeline('EU977', provided), 10).overdue).toBe(0);
    expect(onTime(timeline('EU977', provided), 11).overdue).toBe(1);
    expect(onTime(timeline('EU977'), 300).overdue).toBe(0);
  });

  test('does not suspend an ITI request', () => {
    expect(onTime(timeline('ITI', provided), 31).overdue).toBe(1);
    expect(onTime(timeline('ITI'), 31).overdue).toBe(1);
  });

  test('is known from when it was recorded: an earlier table stays as it was', () => {
    const late = { recordedAt: start + 15 * day, code: '1' };
    const row = clockOf(
      fact('CaseReceived', start, { code: 'ROUTINE;EU977;UTC;6,0' }),
      fact('InformationRequested', start + 2 * day, late),
    );
    expect([onTime(row, 14).overdue, onTime(row, 15).overdue]).toEqual([1, 0]);
  });
});

describe('acceptance check 9: a duplicate of the same recovery', () => {
  const duplicate = fact('RequestMarkedDuplicate', 6 * day);

  test('drops out of N and stays in the log, answered or not', () => {
    const rows = [received(duplicate), received(answered(3), duplicate), received(answered(4))];
    expect(figuresAt(40 * day, ...rows)).toMatchObject({
      submitted: 3,
      delivered: 1,
      duplicates: 2,
      withdrawn: 0,
      answeredInFull: 1,
      unanswered: 0,
      onTime: { denominator: 1 },
    });
  });

  test('counted in N until that was known', () => {
    expect(figuresAt(5 * day, received(duplicate))).toMatchObject({ delivered: 1, duplicates: 0 });
  });
});

describe('acceptance check 10: the sender says sent on 1 March, the responder says received on 20 March', () => {
  const march = (date: number) => Date.UTC(2026, 2, date, 12);
  const row = clockOf(
    fact('RequestSubmitted', march(1)),
    fact('CaseReceived', march(20)),
    fact('CaseAnswered', march(25)),
  );

  test('both are kept, and the figures count from the receipt', () => {
    expect(row).toMatchObject({ submittedAt: march(1), deliveredAt: march(20) });
    expect(pairFigures([row], march(30), () => limits).medianDaysToAnswer).toBe(5);
  });
});

describe('a request that ends otherwise', () => {
  const redirected = (at: number) => fact('CaseRedirected', at * day, { code: 'MEX' });
  const lapsed = (at: number) => fact('RequestLapsed', at * day);

  test('redirected it is unanswered and not overdue: the word was given', () => {
    expect(figuresAt(40 * day, received(redirected(2)))).toMatchObject({
      delivered: 1,
      acknowledged: 1,
      unanswered: 1,
      redirected: 1,
      overdue: 0,
      onTime: { numerator: 1, denominator: 1 },
      medianDaysToAnswer: 2,
    });
    expect(figuresAt(40 * day, received(redirected(2), answered(8)))).toMatchObject({
      redirected: 0,
      answeredInFull: 1,
    });
  });

  test('lapsed it is unanswered and overdue; reopened it has not lapsed', () => {
    const row = received(lapsed(40), fact('RequestReopened', 50 * day), lapsed(60));
    const lapsedAt = (asOf: number) => figuresAt(asOf * day, row).lapsed;
    expect([39, 40, 49, 50, 59, 60].map(lapsedAt)).toEqual([0, 1, 1, 0, 0, 1]);
    expect(figuresAt(60 * day, row)).toMatchObject({ delivered: 1, unanswered: 1, overdue: 1 });
  });

  test('a late answer after the lapse counts', () => {
    expect(figuresAt(60 * day, received(lapsed(40), answered(50, 'NEGATIVE')))).toMatchObject({
      lapsed: 0,
      answeredInFull: 1,
      negative: 1,
      overdue: 0,
      medianDaysToAnswer: 50,
    });
  });
});
