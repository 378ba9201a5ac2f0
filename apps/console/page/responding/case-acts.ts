import type { Case } from './case.query';

/** What this desk may do with a case, in the order of its work. */
export const ACTS = [
  'acknowledge',
  'answer',
  'refuse',
  'request-information',
  'start-search',
  'notify-delay',
  'clarify',
  'decide-consent',
  'supplement',
  'correct',
  'restrict',
  'lift',
  'redirect',
] as const;
export type Act = (typeof ACTS)[number];

/** Acts that say nothing but that they are done: one key, no form. */
export type PlainAct = 'acknowledge' | 'start-search';
export type FormAct = Exclude<Act, PlainAct>;
export const FORM_ACTS = ACTS.filter(
  (act): act is FormAct => act !== 'acknowledge' && act !== 'start-search',
);

export const formActIn = (name: string): FormAct | undefined => FORM_ACTS.find((act) => act === name);

/** What was answered on an item, for who would add to it or change it. */
const given = ({ matter }: Case) => matter.items.filter(({ givenIn }) => givenIn.length > 0);

/** The items that an act can be about. */
export function itemsFor(act: FormAct, found: Case): readonly number[] {
  const { matter, status } = found;
  const numbers = (items: Case['matter']['items']) => items.map(({ item }) => item);
  switch (act) {
    case 'answer':
      // 8.1: what was refused is answered while clarification is sought.
      return numbers(
        matter.items.filter(
          ({ result }) => result === null || (result === 'REFUSED' && status === 'clarification-open'),
        ),
      );
    case 'refuse':
      return numbers(matter.items.filter(({ result }) => result === null));
    case 'supplement':
    case 'correct':
      return numbers(given(found));
    case 'restrict':
      return numbers(given(found).filter(({ result }) => result !== 'RESTRICTED'));
    case 'lift':
      return numbers(matter.items.filter(({ result }) => result === 'RESTRICTED'));
    case 'request-information':
    case 'notify-delay':
    case 'clarify':
    case 'decide-consent':
    case 'redirect':
      return [];
  }
}

/** What may be done now: what the status allows, as far as there is something to do it on. The service has the last word. */
export function actsOn(found: Case): readonly Act[] {
  const { acts, matter } = found;
  const somethingIsLeft = matter.items.some(({ result }) => result === null);
  return ACTS.filter((act) => {
    switch (act) {
      case 'acknowledge':
        return acts.includes(act) && !matter.acknowledged;
      case 'refuse':
        return (acts.includes('refuse') || acts.includes('refuse-items')) && itemsFor(act, found).length > 0;
      case 'request-information':
      case 'notify-delay':
        return acts.includes(act) && somethingIsLeft;
      case 'start-search':
        return acts.includes(act) && matter.acknowledged && somethingIsLeft;
      case 'answer':
      case 'supplement':
      case 'correct':
      case 'restrict':
      case 'lift':
        return acts.includes(act) && itemsFor(act, found).length > 0;
      case 'clarify':
        return acts.includes(act) && matter.openClarifications.length > 0;
      case 'decide-consent':
        return acts.includes('give-consent') && matter.openConsents.length > 0;
      case 'redirect':
        return acts.includes(act);
    }
  });
}
