import type { MessageId } from '../messages/areas';
import type { FormAct } from './case-acts';

const names: Readonly<Record<string, MessageId>> = {
  outcome: 'responding.outcome',
  lastLegalHolder: 'responding.lastLegalHolder',
  lastLegalHolderKind: 'responding.holderKind',
  onwardState: 'responding.onwardState',
  documentReference: 'responding.document',
  remarks: 'matters.remarks',
  register: 'responding.register',
  reference: 'responding.registerReference',
  cause: 'responding.cause',
  role: 'responding.linkRole',
  date: 'responding.linkDate',
  issuedOn: 'responding.licenceIssued',
  expiresOn: 'responding.licenceExpires',
  from: 'responding.notBefore',
  to: 'responding.notAfter',
  place: 'responding.place',
  ground: 'responding.ground',
  reason: 'responding.reason',
  items: 'responding.items',
  answers: 'responding.whichItems',
  corrects: 'responding.corrects',
  expectedOn: 'matters.expectedOn',
  state: 'responding.competentState',
  body: 'responding.competentBody',
  decision: 'responding.decision',
  terms: 'responding.terms',
  authorities: 'responding.authorities',
  purposes: 'responding.purposes',
  on: 'responding.lastDay',
  conditions: 'responding.conditions',
};

/** How a field is called, by its pointer: the last name in it that is known. */
export function labelAt(pointer: string, act: FormAct): MessageId {
  const steps = pointer.split('/').toReversed();
  if (steps[0] === 'text') {
    if (act === 'clarify') return 'responding.clarification';
    return act === 'request-information' ? 'responding.question' : 'responding.inYourWords';
  }
  for (const step of steps) {
    const name = names[step];
    if (name !== undefined) return name;
  }
  return 'responding.whichItems';
}
