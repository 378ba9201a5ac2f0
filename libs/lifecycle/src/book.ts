import type { ActNumber, Numbered, RequestingAct, RespondingAct } from './acts';
import { type Matter, matterAfter } from './matter';

interface Act {
  readonly kind: string;
}

/** The acts of one matter as one of its two desks knows them. */
export interface Book<Own extends Act, Other extends Act> {
  readonly own: readonly Numbered<Own>[];
  /** What the other desk did: every act up to the last one here. */
  readonly heard: readonly Numbered<Other>[];
  /** Acts of the other desk that came before one that they follow; they count when that has come. */
  readonly early: readonly Numbered<Other>[];
  /** Acts of a desk that numbers nothing are taken in the order in which they came. */
  readonly inOrder: boolean;
}

export type RequestingBook = Book<RequestingAct, RespondingAct>;
export type RespondingBook = Book<RespondingAct, RequestingAct>;

export const EMPTY_BOOK = { own: [], heard: [], early: [], inOrder: false } as const;

/** The number that the next act of this desk gets. */
export function nextNumber<Own extends Act, Other extends Act>({ own, heard }: Book<Own, Other>): ActNumber {
  return { seq: (own.at(-1)?.seq ?? 0) + 1, seen: heard.at(-1)?.seq ?? 0 };
}

/** The book after an act of its own desk; one that was stored without a number gets the next. */
export function afterOwn<Own extends Act, Other extends Act>(
  book: Book<Own, Other>,
  act: Own,
  number: ActNumber = nextNumber(book),
): Book<Own, Other> {
  return { ...book, own: [...book.own, { ...act, seq: number.seq, seen: number.seen }] };
}

/** Whether an act of the other desk was heard before: then it changes nothing. A desk that numbers nothing does each thing once. */
export function isKnown<Own extends Act, Other extends Act>(
  { heard, early }: Book<Own, Other>,
  kind: Other['kind'],
  number: ActNumber | undefined,
): boolean {
  return [...heard, ...early].some((act) => (number ? act.seq === number.seq : act.kind === kind));
}

/** The book after word of an act of the other desk. */
export function afterWord<Own extends Act, Other extends Act>(
  book: Book<Own, Other>,
  act: Other,
  number: ActNumber | undefined,
): Book<Own, Other> {
  if (isKnown(book, act.kind, number)) return book;
  const last = book.heard.at(-1)?.seq ?? 0;
  if (!number) {
    const heard = [...book.heard, { ...act, seq: last + 1, seen: book.own.length }];
    return caughtUp({ ...book, heard, inOrder: true });
  }
  const word = { ...act, seq: number.seq, seen: number.seen };
  if (book.inOrder) return { ...book, heard: [...book.heard, word] };
  return caughtUp({ ...book, early: [...book.early, word] });
}

function caughtUp<Own extends Act, Other extends Act>(book: Book<Own, Other>): Book<Own, Other> {
  const next = (book.heard.at(-1)?.seq ?? 0) + 1;
  const word = book.early.find(({ seq }) => seq === next);
  if (!word) return book;
  const early = book.early.filter((other) => other !== word);
  return caughtUp({ ...book, heard: [...book.heard, word], early });
}

/** The matter as the requesting desk knows it. */
export function matterOfRequest({ own, heard }: RequestingBook, returned: boolean): Matter {
  return matterAfter(own, heard, returned);
}

/** The matter as the desk of the State asked knows it. */
export function matterOfCase({ own, heard }: RespondingBook): Matter {
  return matterAfter(heard, own);
}
