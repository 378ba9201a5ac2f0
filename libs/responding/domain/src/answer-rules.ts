import { conditionOf, type GivenCondition } from '@vestigo/handling';
import { type Fault, never } from '@vestigo/kernel';
import { type AnswerContent, type ChainLink, daysOf, isSurelyAfter } from '@vestigo/lifecycle';

/** What keeps an answer from being given. Pointers are into the answer on one item. */
export function faultsOf(answer: AnswerContent, respondingState: string): readonly Fault[] {
  return [
    ...nextState(answer, respondingState),
    ...reasonOfRestriction(answer),
    ...(answer.chain ?? []).flatMap(datesOfLink),
    ...datesOfDiversion(answer),
    ...(answer.conditions ?? []).flatMap(weighable),
  ];
}

function nextState({ outcome, onwardState }: AnswerContent, respondingState: string): readonly Fault[] {
  const pointer = '/onwardState';
  if (onwardState === respondingState) {
    return [{ pointer, detail: 'must be another State than the one that answers' }];
  }
  if (outcome !== 'TRACED_EXPORTED_ON' || onwardState !== undefined) return [];
  return [{ pointer, detail: 'must name the State to which the arm was exported' }];
}

function reasonOfRestriction({ restriction }: AnswerContent): readonly Fault[] {
  return restriction?.reason.trim() === ''
    ? [{ pointer: '/restriction/reason', detail: 'must say why part is held back (ITI 23)' }]
    : [];
}

function datesOfLink({ date, licence }: ChainLink, index: number): readonly Fault[] {
  const link = `/chain/${String(index)}`;
  return [
    ...dated(`${link}/date`, date),
    ...dated(`${link}/licence/issuedOn`, licence?.issuedOn),
    ...dated(`${link}/licence/expiresOn`, licence?.expiresOn),
    ...inOrder(`${link}/licence/expiresOn`, licence?.issuedOn, licence?.expiresOn),
  ];
}

function datesOfDiversion({ pointOfDiversion: point }: AnswerContent): readonly Fault[] {
  return [
    ...dated('/pointOfDiversion/from', point?.from),
    ...dated('/pointOfDiversion/to', point?.to),
    ...inOrder('/pointOfDiversion/to', point?.from, point?.to),
  ];
}

function dated(pointer: string, date: string | undefined): readonly Fault[] {
  if (date === undefined || daysOf(date)) return [];
  return [{ pointer, detail: 'must be a year, a month or a day that exists: 2019, 2019-05 or 2019-05-02' }];
}

function inOrder(pointer: string, from: string | undefined, to: string | undefined): readonly Fault[] {
  if (from === undefined || to === undefined || !isSurelyAfter(from, to)) return [];
  return [{ pointer, detail: `must not lie before ${from}` }];
}

/** Who sets a condition must say it so that it can be weighed; what arrives from elsewhere may be unknown, and denies. */
function weighable(condition: GivenCondition, index: number): readonly Fault[] {
  const pointer = `/conditions/${String(index)}`;
  const known = conditionOf(condition);
  if (known.kind !== condition.kind) {
    return [{ pointer, detail: `must be given as ${condition.kind} is defined, with nothing beside it` }];
  }
  switch (known.kind) {
    case 'NEED_TO_KNOW':
      return (known.authorities ?? known.roles ?? []).length > 0
        ? []
        : [{ pointer, detail: 'must name the bodies or roles that may know (ITI 15(a))' }];
    case 'PURPOSE_ONLY':
      return known.purposes.length > 0
        ? []
        : [{ pointer, detail: 'must name the purposes that are allowed (ITI 15(b))' }];
    case 'OTHER':
      return known.text.trim() === '' ? [{ pointer, detail: 'must say what it asks' }] : [];
    case 'ON_TERMS':
      return [{ pointer, detail: 'must be another kind: terms are set when consent is given' }];
    case 'NO_ONWARD':
    case 'COMMERCIAL':
    case 'EXPIRES':
      return [];
    default:
      throw never(known, 'condition');
  }
}
