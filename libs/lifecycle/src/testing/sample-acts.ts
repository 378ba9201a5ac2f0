import type { RequestingKind, RequestingWords, RespondingKind, RespondingWords } from '../acts';
import type { Matter, RequestingActs, RespondingActs } from '../matter';
import { matterAfter } from '../matter';

const held = { ground: 'ITI22_INVESTIGATION', reason: 'Under way.' };

export const asked: RequestingWords = {
  submit: { items: [1, 2] },
  supply: { question: 1, information: '4417' },
  decline: { question: 1, reason: 'Destroyed.' },
  'seek-clarification': { clarification: 1, text: 'Why?' },
  remind: {},
  withdraw: { reason: 'Returned.' },
  close: { conclusion: 'LEAD_EXHAUSTED' },
  lapse: { reason: 'Silence.' },
  reopen: { reason: 'A second arm.' },
  'mark-duplicate': { duplicateOf: 'another' },
  'ask-consent': { consent: 1, items: [1], recipient: 'PRY', purpose: 'To ask on.' },
  'give-notice': { items: [1], recipient: 'Court', reason: 'Ordered.' },
};

export const replied: RespondingWords = {
  receive: {},
  acknowledge: {},
  'request-information': { question: 1, text: 'Which mark?' },
  'start-search': {},
  'notify-delay': { ...held, expectedOn: '2026-06-30' },
  answer: { answers: [answerOn(1), answerOn(2)], answerClass: 'FULL' },
  supplement: { answers: [answerOn(1)] },
  correct: { corrects: 3, answers: [answerOn(1, 'COPY')] },
  restrict: { items: [1], ...held },
  lift: { items: [1], reason: 'Over.' },
  refuse: held,
  'refuse-items': { items: [2], ...held },
  clarify: { clarification: 1, text: 'So.' },
  redirect: { state: 'CAN', body: 'RCMP', reason: 'Theirs.' },
  'give-consent': { consent: 1 },
  'deny-consent': { consent: 1, reason: 'No.' },
};

export function answerOn(item: number, outcome = 'TRACED_LAST_HOLDER') {
  return { item, outcome };
}

/** One line of a matter: `A` the requesting desk, `B` the State asked, in the order in which they acted, all seen at once. */
export type Line = { readonly A: RequestingKind } | { readonly B: RespondingKind };

export interface Acts {
  readonly A: RequestingActs;
  readonly B: RespondingActs;
}

/** The acts of both desks, each done when all before it were seen. */
export function actsOf(lines: readonly Line[]): Acts {
  return lines.reduce<Acts>(
    ({ A, B }, line) =>
      'A' in line
        ? { A: [...A, numbered(line.A, asked[line.A], A.length + 1, B.length)], B }
        : { A, B: [...B, numbered(line.B, replied[line.B], B.length + 1, A.length)] },
    { A: [], B: [] },
  );
}

export const matterOf = (lines: readonly Line[]): Matter => {
  const { A, B } = actsOf(lines);
  return matterAfter(A, B);
};

function numbered<Kind extends RequestingKind | RespondingKind, Said>(
  kind: Kind,
  said: Said,
  seq: number,
  seen: number,
) {
  return { kind, said, seq, seen } as never;
}
