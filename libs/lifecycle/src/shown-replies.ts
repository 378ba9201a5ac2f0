import { redacted } from '@vestigo/handling';
import { type Parties, type Release, type Said, type ShownItem, shownItem } from './item-handling';
import { rollUpOf } from './item-standing';
import type { Matter } from './matter';
import { answersOf, refusalOf } from './replies';

/**
 * What was replied, as far as its reader may see it: every answer that holds in the order in which it was said, what binds each
 * item, and `answer`, the first of the answers with the class of the whole request.
 */
export function shownReplies(parties: Parties, said: Said, { items: standing, result }: Matter, to: Release) {
  const items = standing
    .filter(({ givenIn }) => givenIn.length > 0)
    .map(({ item }) => shownItem(item, parties, said, to));
  // An answer on an item that the request does not have is shown to nobody.
  const answers = answersOf(said.replied).flatMap((answer) => {
    const on = items.find(({ item }) => item === answer.item);
    return on ? [redacted(answer, on.decision)] : [];
  });
  const [first] = answers;
  const refusal = refusalOf(said.replied);
  return {
    ...(first && {
      answer: ofTheRequest(first, rollUpOf(result)),
      answers,
      items: items.map(withoutAnswers),
    }),
    ...(refusal && { refusal }),
  };
}

const withoutAnswers = ({ answers: _, ...item }: ShownItem) => item;

function ofTheRequest({ item: _, ...answer }: { readonly item?: unknown }, answerClass: string) {
  return { ...answer, answerClass };
}
