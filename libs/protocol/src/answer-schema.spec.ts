import { Ajv } from 'ajv';
import { ITEM_ANSWER_SCHEMA, type ItemAnswerData } from './answer-schema';
import { fullItemAnswer } from './testing/sample-answer';

const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(ITEM_ANSWER_SCHEMA);
const takes = (change: object) => validate({ ...fullItemAnswer, ...change });

describe('the answer on one item, on the wire', () => {
  test('may say all that the field knows', () => {
    expect(takes({})).toBe(true);
    expect(validate({ item: 1, outcome: 'NO_TRANSFER_RECORD' } satisfies ItemAnswerData)).toBe(true);
  });

  test('may carry codes and conditions that its reader does not know', () => {
    expect(takes({ outcome: 'TRACED_BY_ISOTOPES' })).toBe(true);
    expect(takes({ conditions: [{ kind: 'EMBASSY_ONLY', embassies: [{ of: 'JAM' }] }] })).toBe(true);
  });

  test.each([
    ['a field that nobody declared', { holder: 'X' }],
    ['an item without number', { item: 0 }],
    ['a chain without end', { chain: Array.from({ length: 101 }, () => ({ role: 'SOLD' })) }],
    ['a step with a field that nobody declared', { chain: [{ role: 'SOLD', price: 5 }] }],
    ['a date in words', { chain: [{ role: 'SOLD', date: 'May 2019' }] }],
    ['a condition without kind', { conditions: [{ text: 'x' }] }],
    ['a condition nested without end', { conditions: [{ kind: 'X', a: [[[['b']]]] }] }],
  ])('does not carry %s', (_, change) => {
    expect(takes(change)).toBe(false);
  });
});
