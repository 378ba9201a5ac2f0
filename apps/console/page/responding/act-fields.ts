import type { MessageId } from '../messages/areas';
import type { Body } from './act-draft';
import { missingIn, shaped } from './answer-shape';
import { type FormAct, itemsFor } from './case-acts';
import type { Case } from './case.query';
import { listAt, pruned, put, textAt } from './form-body';

/** One thing that a form asks for, by its pointer into the body. */
export type Field = { readonly at: string; readonly label: MessageId; readonly hint?: MessageId } & (
  | { readonly kind: 'text'; readonly lines: number }
  | { readonly kind: 'ground'; readonly grounds: readonly string[] }
  | { readonly kind: 'day' }
  | { readonly kind: 'state' }
  | { readonly kind: 'items'; readonly items: readonly number[] }
  | { readonly kind: 'decision' }
);

const reason: Field = {
  ...{ at: '/reason', kind: 'text', lines: 4, label: 'responding.reason', hint: 'responding.reasonHint' },
};
const ground = (grounds: readonly string[]): Field => ({
  ...{ at: '/ground', kind: 'ground', grounds, label: 'responding.ground', hint: 'responding.groundHint' },
});
const items = (numbers: readonly number[], hint: MessageId): Field => ({
  ...{ at: '/items', kind: 'items', items: numbers, label: 'responding.items', hint },
});

/** What an act asks for, in the order in which one thinks of it; answers have a form of their own. */
export function fieldsOf(act: FormAct, found: Case, body: Body): readonly Field[] {
  const { grounds } = found;
  const numbers = itemsFor(act, found);
  switch (act) {
    case 'refuse':
      return [
        ...(found.matter.items.length > 1 ? [items(numbers, 'responding.refuseItemsHint')] : []),
        ...[ground(grounds.refusal), reason],
      ];
    case 'notify-delay':
      return [
        ...[ground(grounds.delay), reason],
        ...[
          {
            at: '/expectedOn',
            kind: 'day',
            label: 'matters.expectedOn',
            hint: 'responding.expectedOnHint',
          } as const,
        ],
      ];
    case 'restrict':
      return [items(numbers, 'responding.restrictItemsHint'), ground(grounds.restriction), reason];
    case 'lift':
      return [items(numbers, 'responding.liftItemsHint'), reason];
    case 'request-information':
      return [
        {
          at: '/text',
          kind: 'text',
          lines: 6,
          label: 'responding.question',
          hint: 'responding.questionHint',
        },
      ];
    case 'clarify':
      return [
        {
          at: '/text',
          kind: 'text',
          lines: 6,
          label: 'responding.clarification',
          hint: 'responding.clarificationHint',
        },
      ];
    case 'redirect':
      return [
        {
          at: '/state',
          kind: 'state',
          label: 'responding.competentState',
          hint: 'responding.competentStateHint',
        },
        { at: '/body', kind: 'text', lines: 1, label: 'responding.competentBody' },
        reason,
      ];
    case 'decide-consent':
      return [
        { at: '/decision', kind: 'decision', label: 'responding.decision' },
        ...(textAt(body, '/decision') === 'DENIED' ? [reason] : []),
        ...(textAt(body, '/decision') === 'GIVEN'
          ? [
              {
                at: '/terms',
                kind: 'text',
                lines: 3,
                label: 'responding.terms',
                hint: 'responding.termsHint',
              } as const,
            ]
          : []),
      ];
    case 'answer':
    case 'supplement':
    case 'correct':
      return [];
  }
}

export const isAnswering = (act: FormAct): act is 'answer' | 'supplement' | 'correct' =>
  act === 'answer' || act === 'supplement' || act === 'correct';

/** Pointers at which something is missing that the act cannot be done without. Terms of a consent may be left out. */
export function missing(act: FormAct, found: Case, body: Body): readonly string[] {
  if (isAnswering(act)) {
    const answers = listAt(body, '/answers');
    if (answers.length === 0) return ['/answers'];
    return [
      ...(act === 'correct' && textAt(body, '/corrects') === '' ? ['/corrects'] : []),
      ...answers.flatMap((_, index) =>
        missingIn(answerAt(body, index)).map((at) => `/answers/${index}${at}`),
      ),
    ];
  }
  return fieldsOf(act, found, body).flatMap(({ at, kind }) => {
    if (at === '/terms') return [];
    if (kind === 'items') return listAt(body, at).length === 0 ? [at] : [];
    return textAt(body, at).trim() === '' ? [at] : [];
  });
}

/** What is sent: without what was left empty, and without items where the whole request is refused. */
export function bodyOf(act: FormAct, found: Case, body: Body): Body {
  if (isAnswering(act)) {
    const answers = listAt(body, '/answers').map((_, index) => shaped(answerAt(body, index)));
    return pruned({ ...body, answers });
  }
  const asked = new Set(fieldsOf(act, found, body).map(({ at }) => at.slice(1)));
  const kept = pruned(Object.fromEntries(Object.entries(body).filter(([name]) => asked.has(name))));
  const whole = act === 'refuse' && listAt(kept, '/items').length === found.matter.items.length;
  return whole ? put(kept, '/items', undefined) : kept;
}

export function answerAt(body: Body, index: number): Body {
  const answer = listAt(body, '/answers')[index];
  return typeof answer === 'object' && 'item' in answer ? answer : {};
}

/** What a form begins with: items where there is no choice among them. */
export function begun(act: FormAct, found: Case): Body {
  const numbers = itemsFor(act, found);
  if (isAnswering(act))
    return act === 'correct' ? {} : { answers: numbers.slice(0, 1).map((item) => ({ item })) };
  if (act === 'refuse') return { items: numbers };
  return numbers.length === 1 ? { items: numbers } : {};
}
