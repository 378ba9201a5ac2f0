/** The names of what a view keeps of acts: numbers, kinds and outcome codes, and nothing that anybody wrote or that is protected. */
const plain = [
  'own',
  'heard',
  'early',
  'inOrder',
  'kind',
  'said',
  'seq',
  'seen',
  'items',
  'answers',
  'item',
  'outcome',
  'restriction',
  'corrects',
  'question',
  'clarification',
  'consent',
  // Of what stands around a book.
  'book',
  'waiting',
  'word',
  'number',
  'from',
  'returned',
];

/** Books of acts as text from which the same matter follows, without anything protected. */
export function keptText(books: object): string {
  return JSON.stringify(books, plain);
}
