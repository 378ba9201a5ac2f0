import * as fc from 'fast-check';
import type { RequestingAct, RespondingAct } from './acts';
import {
  afterOwn,
  afterWord,
  EMPTY_BOOK,
  matterOfCase,
  matterOfRequest,
  nextNumber,
  type RequestingBook,
  type RespondingBook,
} from './book';
import { itemNumbersOf } from './item-numbers';
import { keptText } from './kept';
import { actsOf, type Line } from './testing/sample-acts';

const submit: RequestingAct = { kind: 'submit', said: { items: [1] } };
const first: RequestingBook = afterOwn<RequestingAct, RespondingAct>(EMPTY_BOOK, submit);

const story: readonly Line[] = [
  { A: 'submit' },
  { B: 'receive' },
  { B: 'acknowledge' },
  { B: 'request-information' },
  { A: 'remind' },
  { A: 'supply' },
  { B: 'notify-delay' },
  { A: 'lapse' },
  { B: 'answer' },
  { A: 'ask-consent' },
  { B: 'give-consent' },
  { A: 'close' },
];

describe('the book of a desk', () => {
  test('leads both desks to the same matter in whatever order they heard each other, and however often', () => {
    const { A, B } = actsOf(story);
    const twice = <Act>(acts: readonly Act[]) =>
      fc.shuffledSubarray([...acts, ...acts], { minLength: acts.length * 2 });
    fc.assert(
      fc.property(twice(A), twice(B), (words, replies) => {
        const asking = replies.reduce<RequestingBook>((book, act) => afterWord(book, act, act), {
          ...EMPTY_BOOK,
          own: A,
        });
        const answering = words.reduce<RespondingBook>((book, act) => afterWord(book, act, act), {
          ...EMPTY_BOOK,
          own: B,
        });
        expect([asking.heard, asking.early]).toEqual([B, []]);
        expect([answering.heard, answering.early]).toEqual([A, []]);
        expect(matterOfRequest(asking, false)).toEqual(matterOfCase(answering));
      }),
    );
  });

  test('counts only what it has heard without a gap', () => {
    const { B } = actsOf(story);
    const [, ...later] = B;
    const gap = later.reduce<RequestingBook>((book, act) => afterWord(book, act, act), first);
    expect([gap.heard, gap.early.length, nextNumber(gap)]).toEqual([[], 5, { seq: 2, seen: 0 }]);
  });

  test('takes acts without numbers in order, and numbered ones after them as they come', () => {
    const heard = (
      [
        { kind: 'receive', said: {} },
        { kind: 'acknowledge', said: {} },
      ] as const
    ).reduce<RequestingBook>(
      (book, act) => afterWord<RequestingAct, RespondingAct>(book, act, undefined),
      first,
    );
    const later = afterWord<RequestingAct, RespondingAct>(
      heard,
      { kind: 'start-search', said: {} },
      { seq: 5, seen: 1 },
    );
    expect(later.heard.map(({ kind, seq }) => [kind, seq])).toEqual([
      ['receive', 1],
      ['acknowledge', 2],
      ['start-search', 5],
    ]);
    expect(nextNumber(later)).toEqual({ seq: 2, seen: 5 });
  });

  test('is kept by a view without a word of what was written, and adds up to the same matter', () => {
    const { A, B } = actsOf(story);
    const book: RequestingBook = { ...EMPTY_BOOK, own: A, heard: B };
    const text = keptText({ book });
    for (const written of ['4417', 'Under way', 'PRY', 'To ask on', 'Which mark', 'Silence']) {
      expect(text).not.toContain(written);
    }
    const { book: read } = JSON.parse(text) as { readonly book: RequestingBook };
    expect(matterOfRequest(read, false)).toEqual(matterOfRequest(book, false));
  });

  test('numbers the items as the request does, and the arm of a request that numbers none as 1', () => {
    expect(itemNumbersOf({ items: [{ number: 1 }, { number: 2 }] })).toEqual([1, 2]);
    expect(itemNumbersOf({ arm: {} })).toEqual([1]);
    expect(itemNumbersOf({ items: [null, { number: 'x' }] })).toEqual([1]);
  });
});

describe('a lapsed request', () => {
  const acts = (lapseSaw: number) => {
    const { A, B } = actsOf([{ A: 'submit' }, { B: 'receive' }, { B: 'answer' }]);
    const lapse = { kind: 'lapse', said: { reason: 'Silence.' }, seq: 2, seen: lapseSaw } as const;
    return { ...EMPTY_BOOK, own: [...A, lapse], heard: B };
  };

  test('is re-opened by an answer that had not been seen (8.1)', () => {
    expect(matterOfRequest(acts(1), false).status).toBe('answered');
    expect(matterOfRequest(acts(2), false).status).toBe('lapsed');
  });

  test('is closed on that answer as any other', () => {
    const book = acts(1);
    const close = { kind: 'close', said: { conclusion: 'LEAD_EXHAUSTED' }, seq: 3, seen: 2 } as const;
    expect(matterOfRequest({ ...book, own: [...book.own, close] }, false).status).toBe('closed');
  });
});
