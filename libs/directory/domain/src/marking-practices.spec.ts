import * as fc from 'fast-check';
import { specificationOf } from '@vestigo/kernel/testing';
import { matchesMark } from './mark-matching';
import type { CorrectMarkingPractice, RecordMarkingPractice } from './marking-practices';
import { participant } from './participant';
import type { MarkingPractice, ParticipantEvent } from './participant.events';

const { given } = specificationOf(participant);
const act = { by: null, state: 'KEN', at: 900, now: 1_000 } as const;
const practice: MarkingPractice = {
  kind: 'STATE_STOCK_MARK',
  mark: '★ KE * *',
  format: 'star, code of the State, institution, running number',
  usedFrom: 2010,
  source: 'National report 2018',
  verified: false,
};
const record = (change: Partial<MarkingPractice> = {}): RecordMarkingPractice => ({
  type: 'RecordMarkingPractice',
  ...act,
  practice: { ...practice, ...change },
});
const recorded: ParticipantEvent = {
  type: 'MarkingPracticeRecorded',
  occurredAt: 900,
  clock: null,
  data: practice,
};
const correct: CorrectMarkingPractice = {
  type: 'CorrectMarkingPractice',
  ...act,
  number: 1,
  reason: 'Checked with the focal point.',
  practice: { ...practice, verified: true },
};

describe('the marking practices of a State', () => {
  test('are recorded by the State or the secretariat, with their source', () => {
    given([]).when(record()).then([recorded]);
    given([])
      .when({ ...record(), by: 'KEN' })
      .then([recorded]);
    given([])
      .when({ ...record(), by: 'UGA' })
      .then('not-your-state');
    given([recorded]).when(record()).then([]);
  });

  test.each([{ mark: '*' }, { mark: ' ** ' }, { usedTo: 2009 }])('cannot be %j', (change) => {
    given([]).when(record(change)).then('marking-practice-invalid');
  });

  test('are corrected under their number', () => {
    const corrected: ParticipantEvent = {
      type: 'MarkingPracticeCorrected',
      occurredAt: 900,
      clock: null,
      data: { ...practice, verified: true, number: 1, reason: 'Checked with the focal point.' },
    };
    given([recorded]).when(correct).then([corrected]);
    given([recorded, corrected]).when(correct).then([]);
    given([]).when(correct).then('entry-not-found');
    const { practices } = [recorded, corrected].reduce(participant.evolve, participant.initial);
    expect(practices).toEqual([{ ...practice, verified: true, number: 1 }]);
  });
});

describe('a mark on an arm', () => {
  test.each([
    ['★ KE * *', '★KE KPS 00123', true],
    ['★ KE * *', '★ UG UPDF 12', false],
    ['cn', 'CN', true],
    ['10', '⑩', false],
    ['⑩', '⑩', true],
    ['Е', 'E', false],
    ['A*B*C', 'aXXbYYc', true],
    ['A*B*C', 'aXXbYY', false],
    ['N', 'NZ', false],
  ])('is recognised by %j in %j: %j', (pattern, observed, expected) => {
    expect(matchesMark(pattern, observed)).toBe(expected);
  });

  const piece = fc.string({ unit: fc.constantFrom('A', 'b', '7', '★', ' '), maxLength: 6 });
  test('is recognised whatever stands where the pattern has `*`', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(piece, piece), { minLength: 1, maxLength: 5 }), (pieces) => {
        const pattern = pieces.map(([fixed]) => fixed).join('*');
        const observed = pieces.map(([fixed, free], index) => (index === 0 ? fixed : free + fixed)).join('');
        expect(matchesMark(pattern, observed)).toBe(true);
      }),
    );
  });

  test('is recognised as a pattern of the same meaning recognises it', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'b', '*') }), piece, (pattern, observed) => {
        const same = new RegExp(`^${pattern.toUpperCase().replaceAll('*', '.*')}$`, 'u');
        expect(matchesMark(pattern, observed)).toBe(same.test(observed.toUpperCase().replaceAll(' ', '')));
      }),
    );
  });

  test('is not found at the price of time', () => {
    expect(matchesMark('*a'.repeat(100) + '*z', 'a'.repeat(2000))).toBe(false);
  });
});
