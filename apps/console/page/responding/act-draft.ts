import type { Draft } from '../data/write';
import type { MessageId } from '../messages/areas';
import type { Act } from './case-acts';
import type { Case } from './case.query';

/** A value in the body of an act. */
export type Json = string | number | boolean | readonly Json[] | { readonly [name: string]: Json };
export type Body = Readonly<Record<string, Json>>;

interface Way {
  readonly label: MessageId;
  readonly noun: string;
}

const WAYS: Readonly<Record<Exclude<Act, 'clarify' | 'decide-consent'>, Way>> = {
  acknowledge: { label: 'responding.acknowledge', noun: 'acknowledgement' },
  answer: { label: 'responding.answer', noun: 'answers' },
  refuse: { label: 'responding.refuse', noun: 'refusal' },
  'request-information': { label: 'responding.askInformation', noun: 'questions' },
  'start-search': { label: 'responding.startSearch', noun: 'search' },
  'notify-delay': { label: 'responding.notifyDelay', noun: 'delays' },
  supplement: { label: 'responding.supplement', noun: 'supplements' },
  correct: { label: 'responding.correct', noun: 'corrections' },
  restrict: { label: 'responding.restrict', noun: 'restrictions' },
  lift: { label: 'responding.lift', noun: 'restrictions/lifting' },
  redirect: { label: 'responding.redirect', noun: 'redirection' },
};

/** The write of an act, resting on the version that its officer has seen. */
export function draftOf(act: Act, found: Case, version: number, body: Body): Draft {
  const { label, noun } = wayOf(act, found);
  const { id } = found;
  return {
    method: 'POST',
    path: `/v1/cases/${id}/${noun}`,
    body: { json: body },
    ifMatch: `"${version}"`,
    lane: `cases/${id}`,
    label,
    changes: [['cases'], ['oversight']],
    screen: `/cases/${id}/${act}`,
  };
}

/** How an act is called before it is done. */
export function labelOf(act: Act): MessageId {
  if (act === 'clarify') return 'responding.clarify';
  return act === 'decide-consent' ? 'responding.decideConsent' : WAYS[act].label;
}

/** What the requesting State asked first is dealt with first. */
function wayOf(act: Act, { matter }: Case): Way {
  if (act === 'clarify') {
    return { label: labelOf(act), noun: `clarifications/${matter.openClarifications[0] ?? 0}` };
  }
  if (act === 'decide-consent') {
    return { label: labelOf(act), noun: `consents/${matter.openConsents[0] ?? 0}` };
  }
  return WAYS[act];
}
