import type { MessageKind } from './messages';
import type { NoticeKind } from './notices';

/** What each kind of message is, in a line. */
export const titles: Readonly<Record<MessageKind | NoticeKind, string>> = {
  'request-submitted': 'A tracing request (ITI 17)',
  'request-withdrawn': 'The requesting State withdraws its request',
  'request-closed': 'The requesting State closes its request',
  'request-delivered': 'Receipt of the request by the State asked: its clocks run from here',
  'request-acknowledged': 'Acknowledgement of receipt (ITI 19)',
  'request-answered': 'The answer to one or several items (ITI 20)',
  'request-refused': 'The State asked refuses the request (ITI 22, 23)',
  'request-information-supplied': 'The requesting State supplies what was asked for (ITI 21)',
  'request-information-declined': 'The requesting State cannot supply what was asked for',
  'request-clarification-sought':
    'The requesting State seeks clarification of a delay, a restriction or a refusal (ITI 23)',
  'request-reminder-sent': 'The requesting State reminds the State asked (ITI 18)',
  'request-lapsed': 'The request is marked lapsed: no activity past the policy',
  'request-reopened': 'A lapsed or closed request is opened again',
  'request-marked-duplicate': 'The same recovery was asked about in another request',
  'request-consent-asked': 'Consent to onward release is asked for (ITI 15(c))',
  'request-disclosure-notice-given':
    'Notice before disclosure: a restriction cannot be kept (Firearms Protocol 12(5))',
  'request-information-requested': 'The State asked asks for more (ITI 21)',
  'request-search-started': 'The State asked searches its registers',
  'request-delay-notified': 'The answer will be late, why, and until when (ITI 22, 23)',
  'request-answer-supplemented': 'More on items that were answered (ITI 20)',
  'request-answer-corrected': 'What was answered is set right',
  'request-items-refused': 'The State asked refuses items of the request (ITI 22, 23)',
  'request-restriction-imposed': 'What was answered is restricted (ITI 15, 22, 23)',
  'request-restriction-lifted': 'A restriction is lifted',
  'request-clarification-given': 'The clarification that was sought (ITI 23)',
  'request-redirected': 'Another body is competent, and which (ITI 25)',
  'request-consent-given': 'Consent to onward release (ITI 15(c))',
  'request-consent-denied': 'No consent to onward release (ITI 15(c))',
  'request-consent-question-delivered':
    'Receipt of a question for consent by the State asked: its clock runs from here (ITI 15(c))',
  'request-cross-hit-noted': 'Another request at the State asked is about the same arm',
  'message-refused': 'A message could not be understood or followed',
  'clock-fact-reported': 'A clock fact as the log of a desk holds it',
  'facts-complete': 'All clock facts before this instant have been reported',
  'point-of-contact-registered':
    'The national point of contact of a State (ITI 25); read, and no longer sent',
  'participant-changed': 'What the directory says anew of a State: contacts, delegations, review, marks',
  'message-dead-lettered': 'A refused message as it came',
  'photograph-part': 'A piece of a photograph that a request refers to',
};
