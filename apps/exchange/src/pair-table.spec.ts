import type { PairLine } from '@vestigo/oversight';
import { pairTable } from './pair-table';

const none = { numerator: 0, denominator: 0, share: null };
const line = (requestingState: string, figures: Partial<PairLine['figures']>): PairLine => ({
  requestingState,
  respondingState: 'USA',
  figures: {
    asOf: 0,
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
    explainedLate: none,
    acknowledgedOnTime: none,
    onTime: none,
    medianDaysToAcknowledge: null,
    p90DaysToAcknowledge: null,
    medianDaysToAnswer: null,
    p90DaysToAnswer: null,
    medianNetDaysToAnswer: null,
    p90NetDaysToAnswer: null,
    smallSample: true,
    ...figures,
  },
});

const cellsOf = (text: string) => text.split('\n').map((row) => row.split(/ {2,}/));

describe('the table of pairs', () => {
  test('shows what there is, and a dash where there is nothing to divide by', () => {
    const full = line('JAM', {
      delivered: 1200,
      acknowledged: 1100,
      answeredInFull: 900,
      negative: 300,
      answeredInPart: 40,
      refused: 10,
      unanswered: 250,
      overdue: 249,
      onTime: { numerator: 999, denominator: 1000, share: 0.999 },
      medianDaysToAnswer: 9.04,
      p90DaysToAnswer: 31,
      smallSample: false,
    });
    const [headings, rule, first, second] = cellsOf(pairTable([full, line('HTI', {})]));
    expect(headings).toEqual([
      'pair',
      'N',
      'ack',
      'full',
      'no record',
      'part',
      'refused',
      'open',
      'overdue',
      'on time',
      'median d',
      'p90 d',
    ]);
    expect(rule?.every((dashes) => /^-+$/.test(dashes))).toBe(true);
    expect(first).toEqual([
      'JAM > USA',
      '1200',
      '1100',
      '900',
      '300',
      '40',
      '10',
      '250',
      '249',
      '99.9 %',
      '9.0',
      '31.0',
    ]);
    expect(second).toEqual(['HTI > USA *', '0', '0', '0', '0', '0', '0', '0', '0', '-', '-', '-']);
  });

  test('shows a rate of nought as nought', () => {
    const [, , row] = cellsOf(
      pairTable([line('DOM', { onTime: { numerator: 0, denominator: 3, share: 0 }, medianDaysToAnswer: 0 })]),
    );
    expect(row?.slice(-3)).toEqual(['0.0 %', '0.0', '-']);
  });

  test('stands in straight columns, also with nothing in it', () => {
    const lines = ['JAM', 'HTI'].map((state) => line(state, { delivered: 123_456 }));
    for (const table of [pairTable(lines), pairTable([])]) {
      expect(new Set(table.split('\n').map(({ length }) => length)).size).toBe(1);
    }
  });
});
