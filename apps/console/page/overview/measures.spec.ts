import { cellOf, type Figures, MEASURES } from './measures';
import { figuresOf } from './testing/figures';

const cells = (figures: Figures | undefined) => MEASURES.map((measure) => cellOf(figures, measure).kind);

describe('the cell of a pair', () => {
  test('says that none was sent, whatever is measured, and never 0', () => {
    expect(cells(undefined)).toEqual(Array(6).fill('none-sent'));
    expect(cells(figuresOf({}))).toEqual(Array(6).fill('none-sent'));
  });

  test('says that nothing of what was sent counts yet', () => {
    expect(cells(figuresOf({ submitted: 3 }))).toEqual(Array(6).fill('none-counted'));
  });

  test('is greyed below N = 5', () => {
    const figures = figuresOf({ submitted: 4, delivered: 4, overdue: 4 });
    expect(cellOf(figures, 'overdue')).toEqual({ kind: 'few', n: 4, value: 4 });
  });

  test('counts what is on time from what was due or is over, not from all', () => {
    const onTime = { numerator: 2, denominator: 4, share: 0.5 };
    expect(cellOf(figuresOf({ submitted: 90, delivered: 90, onTime }), 'onTime')).toEqual({
      kind: 'few',
      n: 4,
      value: 0.5,
      among: 2,
    });
  });

  test('says of a share how many of N it stands for', () => {
    const figures = figuresOf({
      ...{ submitted: 8, delivered: 8, acknowledged: 6, answeredInFull: 3, answeredInPart: 1 },
      rates: { answered: 0.5 },
    });
    expect(cellOf(figures, 'acknowledged')).toEqual({ kind: 'value', n: 8, value: 0.75, among: 6, step: 3 });
    expect(cellOf(figures, 'answered')).toEqual({ kind: 'value', n: 8, value: 0.5, among: 4, step: 2 });
  });

  test('has no median while fewer than half have ended', () => {
    expect(cellOf(figuresOf({ submitted: 9, delivered: 9 }), 'answerDays')).toEqual({
      kind: 'no-value',
      n: 9,
    });
  });

  test.each([
    [0, 0],
    [0.199, 0],
    [0.2, 1],
    [0.8, 4],
    [1, 4],
  ])('of a share of %d has colour %d of five', (answered, step) => {
    const figures = figuresOf({ submitted: 10, delivered: 10, rates: { answered } });
    expect(cellOf(figures, 'answered')).toMatchObject({ kind: 'value', n: 10, value: answered, step });
  });
});
