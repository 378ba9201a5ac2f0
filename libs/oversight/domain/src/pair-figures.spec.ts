import { type DueDates, regimeProfiles } from '@vestigo/deadlines';
import * as fc from 'fast-check';
import { clockFactTypes } from './clock-facts';
import { dueDatesOf } from './due-dates';
import { pairFigures } from './pair-figures';
import type { RequestClock } from './request-clock';
import { basis, clockOf, day, fact, received } from './testing/timeline';

const target = { regime: 'EXCHANGE_TARGET', nature: 'target' } as const;
const limits: DueDates = { acknowledge: { at: 3 * day, ...target }, answer: { at: 30 * day, ...target } };
const figuresAt = (asOf: number, ...rows: readonly RequestClock[]) => pairFigures(rows, asOf, () => limits);

const acknowledged = (at: number) => fact('CaseAcknowledged', at * day);
const answered = (at: number, code = 'FULL') => fact('CaseAnswered', at * day, { code });
const refused = (at: number) => fact('CaseRefused', at * day);
const withdrawn = (at: number) => fact('RequestWithdrawn', at * day);

describe('the figures of a pair', () => {
  test('of eight requests on day 31', () => {
    const figures = figuresAt(
      31 * day,
      received(acknowledged(1), answered(10)),
      received(acknowledged(5), answered(20, 'NEGATIVE')),
      received(answered(2, 'PARTIAL')),
      received(refused(30)),
      received(acknowledged(2)),
      received(),
      received(withdrawn(4)),
      clockOf(fact('RequestSubmitted', 0)),
    );
    expect(figures).toEqual({
      asOf: 31 * day,
      submitted: 8,
      delivered: 6,
      withdrawn: 1,
      duplicates: 0,
      imported: 0,
      acknowledged: 5,
      answeredInFull: 2,
      negative: 1,
      answeredInPart: 1,
      refused: 1,
      unanswered: 2,
      redirected: 0,
      lapsed: 0,
      rates: {
        acknowledged: 5 / 6,
        answered: 3 / 6,
        answeredInFull: 2 / 6,
        answeredInPart: 1 / 6,
        refused: 1 / 6,
        unanswered: 2 / 6,
      },
      overdueAcknowledgement: 1,
      overdue: 2,
      explainedLate: { numerator: 0, denominator: 2, share: 0 },
      acknowledgedOnTime: { numerator: 3, denominator: 6, share: 0.5 },
      onTime: { numerator: 3, denominator: 6, share: 0.5 },
      medianDaysToAcknowledge: 5,
      p90DaysToAcknowledge: null,
      medianDaysToAnswer: 30,
      p90DaysToAnswer: null,
      medianNetDaysToAnswer: 30,
      p90NetDaysToAnswer: null,
      smallSample: false,
    });
  });

  test('acceptance check 4: where none was sent every rate is null, never 0', () => {
    expect(figuresAt(31 * day)).toEqual({
      asOf: 31 * day,
      submitted: 0,
      delivered: 0,
      withdrawn: 0,
      duplicates: 0,
      imported: 0,
      acknowledged: 0,
      answeredInFull: 0,
      negative: 0,
      answeredInPart: 0,
      refused: 0,
      unanswered: 0,
      redirected: 0,
      lapsed: 0,
      rates: {
        acknowledged: null,
        answered: null,
        answeredInFull: null,
        answeredInPart: null,
        refused: null,
        unanswered: null,
      },
      overdueAcknowledgement: 0,
      overdue: 0,
      explainedLate: { numerator: 0, denominator: 0, share: null },
      acknowledgedOnTime: { numerator: 0, denominator: 0, share: null },
      onTime: { numerator: 0, denominator: 0, share: null },
      medianDaysToAcknowledge: null,
      p90DaysToAcknowledge: null,
      medianDaysToAnswer: null,
      p90DaysToAnswer: null,
      medianNetDaysToAnswer: null,
      p90NetDaysToAnswer: null,
      smallSample: true,
    });
  });

  test('fewer than five requests are a small sample', () => {
    const row = received(answered(1));
    expect(figuresAt(day, row, row, row, row).smallSample).toBe(true);
    expect(figuresAt(day, row, row, row, row, row).smallSample).toBe(false);
  });

  test('imported requests are counted and said to be imported', () => {
    const row = clockOf(fact('CaseReceived', 0, { imported: true }), answered(3));
    expect(figuresAt(5 * day, row, received())).toMatchObject({ delivered: 2, imported: 1 });
  });
});

describe('as of an instant', () => {
  const lateLetter = received(fact('CaseAnswered', 5 * day, { recordedAt: 20 * day }));

  test('what was recorded later is not known yet, whenever it happened', () => {
    expect(figuresAt(20 * day - 1, lateLetter)).toMatchObject({ unanswered: 1, answeredInFull: 0 });
    expect(figuresAt(20 * day, lateLetter)).toMatchObject({
      unanswered: 0,
      answeredInFull: 1,
      medianDaysToAnswer: 5,
    });
  });

  test('a past table comes out the same whatever was recorded since', () => {
    const before = received(acknowledged(2));
    const since = received(acknowledged(2), answered(12), fact('RequestClosed', 13 * day));
    expect(figuresAt(10 * day, since)).toEqual(figuresAt(10 * day, before));
  });
});

describe('limits', () => {
  test('one that still runs is in no denominator', () => {
    expect(figuresAt(30 * day - 1, received()).onTime).toEqual({ numerator: 0, denominator: 0, share: null });
    expect(figuresAt(30 * day, received())).toMatchObject({
      overdue: 1,
      onTime: { numerator: 0, denominator: 1, share: 0 },
    });
  });

  test('an answer at the due instant is late, a millisecond earlier is not', () => {
    const at = (instant: number) =>
      figuresAt(40 * day, received(fact('CaseAnswered', instant))).onTime.numerator;
    expect([at(30 * day - 1), at(30 * day)]).toEqual([1, 0]);
  });

  test('a request without limit is in neither part', () => {
    const none: DueDates = { acknowledge: null, answer: null };
    const figures = pairFigures([received(answered(2))], 40 * day, () => none);
    expect(figures).toMatchObject({
      delivered: 1,
      onTime: { numerator: 0, denominator: 0, share: null },
      acknowledgedOnTime: { numerator: 0, denominator: 0, share: null },
    });
  });

  test('acknowledging is not answering: two clocks', () => {
    expect(figuresAt(40 * day, received(acknowledged(1)))).toMatchObject({
      acknowledged: 1,
      overdueAcknowledgement: 0,
      unanswered: 1,
      overdue: 1,
    });
  });

  test('a refusal without acknowledgement acknowledges, and ends the wait', () => {
    expect(figuresAt(40 * day, received(refused(2)))).toMatchObject({
      acknowledged: 1,
      refused: 1,
      overdue: 0,
      acknowledgedOnTime: { numerator: 1, denominator: 1, share: 1 },
      onTime: { numerator: 1, denominator: 1, share: 1 },
      medianDaysToAcknowledge: 2,
      medianDaysToAnswer: 2,
    });
  });

  test('are those of the regimes of each request', () => {
    const start = Date.parse('2026-02-02T10:00:00Z');
    const row = (regime: string) =>
      clockOf(
        fact('CaseReceived', start, { code: `ROUTINE;${regime};UTC;6,0` }),
        fact('CaseAnswered', start + 20 * day),
      );
    const due = (clock: RequestClock) => dueDatesOf(clock, regimeProfiles);
    const onTime = (regime: string) => pairFigures([row(regime)], start + 60 * day, due).onTime.share;
    expect([onTime('ITI'), onTime('ECOWAS'), onTime('EU977')]).toEqual([1, 1, 0]);
    expect(due(clockOf(fact('RequestSubmitted', start)))).toEqual({ acknowledge: null, answer: null });
  });
});

describe('a request that both desks closed in their own way', () => {
  test('withdrawn before any response it is outside N, even when an answer crosses it', () => {
    const expected = { submitted: 1, delivered: 0, withdrawn: 1, answeredInFull: 0 };
    expect(figuresAt(40 * day, received(withdrawn(4)))).toMatchObject(expected);
    expect(figuresAt(40 * day, received(withdrawn(4), answered(5)))).toMatchObject(expected);
  });

  test('withdrawn after the answer it stays answered', () => {
    expect(figuresAt(40 * day, received(answered(3), withdrawn(4)))).toMatchObject({
      delivered: 1,
      withdrawn: 0,
      answeredInFull: 1,
    });
  });

  test('withdrawn ones are censored when they were withdrawn, not when the table was made', () => {
    const rows = [received(answered(2)), received(withdrawn(1)), received(withdrawn(1))];
    expect(figuresAt(40 * day, ...rows).medianDaysToAnswer).toBe(2);
    expect(figuresAt(40 * day, received(answered(2)), received(), received()).medianDaysToAnswer).toBeNull();
  });

  test('an answer after a refusal takes its place; the first word ended the wait', () => {
    expect(figuresAt(40 * day, received(refused(3), answered(9)))).toMatchObject({
      refused: 0,
      answeredInFull: 1,
      medianDaysToAnswer: 3,
    });
  });

  test('an answer dated before its receipt waited no time', () => {
    expect(figuresAt(40 * day, received(answered(-1))).medianDaysToAnswer).toBe(0);
  });
});

describe('whatever the requests', () => {
  const instant = fc.nat(60).map((at) => at * day);
  const anyFact = fc
    .record({
      type: fc.constantFrom(...clockFactTypes),
      at: instant,
      delay: fc.nat(9),
      code: fc.constantFrom('FULL', 'PARTIAL', 'NEGATIVE', 'REFUSED', ''),
    })
    .map(({ type, at, delay, code }) =>
      fact(type, at, { recordedAt: at + delay * day, code: type === 'CaseReceived' ? basis : code }),
    );
  const rows = fc.array(
    fc.array(anyFact, { minLength: 1, maxLength: 8 }).map((facts) => clockOf(...facts)),
    { maxLength: 30 },
  );

  test('the parts make up N, and no part exceeds its whole', () => {
    fc.assert(
      fc.property(rows, instant, (requests, asOf) => {
        const figures = figuresAt(asOf, ...requests);
        const { answeredInFull, answeredInPart, refused: turnedDown, unanswered, delivered } = figures;
        expect(answeredInFull + answeredInPart + turnedDown + unanswered).toBe(delivered);
        expect(figures.negative).toBeLessThanOrEqual(answeredInFull);
        expect(figures.overdue).toBeLessThanOrEqual(unanswered);
        expect(figures.explainedLate.denominator).toBe(figures.overdue);
        expect(figures.explainedLate.numerator).toBeLessThanOrEqual(figures.overdue);
        expect(figures.redirected + figures.lapsed).toBeLessThanOrEqual(unanswered);
        expect(delivered + figures.withdrawn + figures.duplicates).toBeLessThanOrEqual(requests.length);
        const { answeredInFull: full, answeredInPart: part, refused: no, unanswered: none } = figures.rates;
        if (delivered > 0) expect((full ?? 0) + (part ?? 0) + (no ?? 0) + (none ?? 0)).toBeCloseTo(1, 9);
        expect(figures.overdueAcknowledgement).toBeLessThanOrEqual(delivered - figures.acknowledged);
        expect(figures.onTime.numerator).toBeLessThanOrEqual(figures.onTime.denominator);
        expect(figures.onTime.denominator).toBeLessThanOrEqual(delivered);
        expect(figures.acknowledged).toBeGreaterThanOrEqual(delivered - unanswered);
      }),
    );
  });

  test('the order of requests does not matter', () => {
    fc.assert(
      fc.property(rows, instant, (requests, asOf) => {
        expect(figuresAt(asOf, ...[...requests].reverse())).toEqual(figuresAt(asOf, ...requests));
      }),
    );
  });
});
