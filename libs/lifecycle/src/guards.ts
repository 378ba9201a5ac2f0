import { Rejection } from '@vestigo/kernel';
import type { RequestingWords, RespondingWords } from './acts';
import type { StepKind } from './edges';
import type { ItemStanding } from './item-standing';
import type { Matter } from './matter';

/** What an act of either desk says. */
export interface Words extends RequestingWords, RespondingWords {}

type Guard<Kind extends StepKind> = (said: Words[Kind], matter: Matter) => Rejection | undefined;

/** What must hold of an act beyond the status of its matter. The first that does not is told. */
const GUARDS: { readonly [Kind in StepKind]?: Guard<Kind> } = {
  supply: questionIsOpen,
  decline: questionIsOpen,
  // ITI 23: only whoever was told of a delay, a restriction or a refusal has something to ask.
  'seek-clarification': (_, { delayed, items }) =>
    delayed || items.some(({ result }) => result === 'RESTRICTED' || result === 'REFUSED')
      ? undefined
      : conflict('nothing-to-clarify', 'Nothing was delayed, restricted or refused.'),
  withdraw: (_, { result }) => (result === null ? undefined : alreadyReplied(result)),
  close: (_, { status, result }) =>
    result !== null || status === 'redirected' ? undefined : notAnsweredYet(),
  'ask-consent': ({ items }, matter) => answered(items, matter),
  'give-notice': ({ items }, matter) => answered(items, matter),
  'request-information': (_, matter) => somethingIsLeft(matter),
  'start-search': (_, matter) =>
    matter.acknowledged
      ? somethingIsLeft(matter)
      : conflict('not-acknowledged-yet', 'Acknowledge the request first (ITI 19).'),
  'notify-delay': (_, matter) => somethingIsLeft(matter),
  // 8.1: what was refused is answered while clarification is sought, and not out of the blue.
  answer: ({ answers }, matter) =>
    eachItem(
      itemsIn(answers),
      matter,
      ({ result }) => result === null || (result === 'REFUSED' && matter.status === 'clarification-open'),
      alreadyAnswered,
    ),
  supplement: ({ answers }, matter) => answered(itemsIn(answers), matter),
  correct: ({ answers, corrects }, matter) =>
    eachItem(
      itemsIn(answers),
      matter,
      ({ givenIn }) => givenIn.includes(corrects),
      () => conflict('nothing-to-correct', 'What is to be corrected does not stand on this item.'),
    ),
  restrict: ({ items }, matter) =>
    answered(items, matter) ??
    eachItem(
      items,
      matter,
      ({ result }) => result !== 'RESTRICTED',
      () => conflict('already-restricted', 'The answer on this item is restricted already.'),
    ),
  lift: ({ items }, matter) =>
    eachItem(
      items,
      matter,
      ({ result }) => result === 'RESTRICTED',
      () => conflict('not-restricted', 'The answer on this item is not restricted.'),
    ),
  refuse: (_, { items }) => (items.every(({ result }) => result === null) ? undefined : partlyAnswered()),
  'refuse-items': ({ items }, matter) =>
    eachItem(items, matter, ({ result }) => result === null, alreadyAnswered),
  clarify: ({ clarification }, { openClarifications }) =>
    openClarifications.includes(clarification)
      ? undefined
      : conflict('no-clarification-open', 'No clarification is sought under this number.'),
  'give-consent': consentIsOpen,
  'deny-consent': consentIsOpen,
};

/** Why an act cannot be done although the status of its matter allows acts of its kind. */
export function guarded<Kind extends StepKind>(
  kind: Kind,
  said: Words[Kind],
  matter: Matter,
): Rejection | undefined {
  const guard: Guard<Kind> | undefined = GUARDS[kind];
  return guard?.(said, matter);
}

const itemsIn = (answers: readonly { readonly item: number }[]) => answers.map(({ item }) => item);

function eachItem(
  numbers: readonly number[],
  { items }: Matter,
  holds: (item: ItemStanding) => boolean,
  otherwise: () => Rejection,
): Rejection | undefined {
  if (numbers.length === 0 || new Set(numbers).size !== numbers.length) {
    return new Rejection('invalid', 'items-not-named', 'Name at least one item, and each once.');
  }
  const named = numbers.map((number) => items.find(({ item }) => item === number));
  if (named.includes(undefined)) {
    return new Rejection('invalid', 'item-unknown', 'The request has no item with this number.');
  }
  return named.every((item) => item && holds(item)) ? undefined : otherwise();
}

const answered = (numbers: readonly number[], matter: Matter) =>
  eachItem(numbers, matter, ({ givenIn }) => givenIn.length > 0, notAnsweredYet);

function questionIsOpen({ question }: { readonly question: number }, { openQuestions }: Matter) {
  return openQuestions.includes(question)
    ? undefined
    : conflict('question-not-open', 'No question is open under this number.');
}

function consentIsOpen({ consent }: { readonly consent: number }, { openConsents }: Matter) {
  return openConsents.includes(consent)
    ? undefined
    : conflict('consent-not-open', 'No consent is asked for under this number.');
}

const somethingIsLeft = ({ items }: Matter) =>
  items.some(({ result }) => result === null) ? undefined : alreadyAnswered();

const alreadyReplied = (result: string) =>
  result === 'REFUSED' ? conflict('already-refused', 'The request was refused.') : alreadyAnswered();

const alreadyAnswered = () =>
  conflict('already-answered', 'This was answered or refused before; supplement or correct the answer.');

const partlyAnswered = () =>
  conflict('partly-answered', 'Part of the request was answered or refused; refuse the items that are left.');

const notAnsweredYet = () => conflict('not-answered-yet', 'Nothing was answered on this yet.');

function conflict(code: string, detail: string): Rejection {
  return new Rejection('conflict', code, detail);
}
