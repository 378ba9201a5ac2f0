import type { ActKind } from './acts';

/** The clause on which an act rests; none for what only the practice of desks knows. */
export const CLAUSES: Readonly<Partial<Record<ActKind, string>>> = {
  submit: 'ITI 16, 17',
  receive: 'ITI 25',
  acknowledge: 'ITI 19',
  'request-information': 'ITI 21',
  supply: 'ITI 21',
  decline: 'ITI 21',
  'notify-delay': 'ITI 22, 23',
  remind: 'ITI 18',
  answer: 'ITI 20',
  supplement: 'ITI 20',
  correct: 'ITI 20',
  restrict: 'ITI 22, 23',
  lift: 'ITI 22, 23',
  refuse: 'ITI 22, 23',
  'refuse-items': 'ITI 22, 23',
  'seek-clarification': 'ITI 23',
  clarify: 'ITI 23',
  redirect: 'ITI 25',
  'ask-consent': 'ITI 15(c)',
  'give-consent': 'ITI 15(c)',
  'deny-consent': 'ITI 15(c)',
  'give-notice': 'Firearms Protocol 12(5)',
};

/** Numbers and codes, which whoever watches over a matter may see. */
const codes = [
  ...['question', 'clarification', 'consent', 'items', 'corrects', 'ground', 'conclusion'],
  'answerClass',
];

/** What the desks write to each other apart from requests and answers, which have views of their own. */
const words = [
  ...['text', 'information', 'reason', 'expectedOn', 'duplicateOf', 'recipient', 'purpose', 'terms'],
  ...['state', 'body'],
];

export interface ShownAct {
  readonly act: ActKind;
  readonly clause?: string;
  /** Number of the act among those of its desk. */
  readonly number?: number;
  readonly said?: object;
}

/** An act as a timeline shows it. `data`: what its event holds. */
export function shownAct(act: ActKind, data: object, inWords: boolean): ShownAct {
  const clause = CLAUSES[act];
  const shown = inWords ? [...codes, ...words] : codes;
  const said = act === 'submit' || act === 'receive' ? [] : Object.entries(data);
  const told = said.filter(([name]) => shown.includes(name));
  const number = numberIn(data);
  return {
    act,
    ...(clause !== undefined && { clause }),
    ...(number !== undefined && { number }),
    ...(told.length > 0 && { said: Object.fromEntries(told) }),
  };
}

function numberIn(data: object): number | undefined {
  const act: unknown = 'act' in data ? data.act : undefined;
  if (typeof act !== 'object' || act === null || !('seq' in act)) return undefined;
  return typeof act.seq === 'number' ? act.seq : undefined;
}
