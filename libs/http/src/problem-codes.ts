/** Every code that a problem can have, by the status under which it comes, and what is the case. */
const CODES_BY_STATUS = {
  400: {
    'bad-request': 'It is no HTTP as it should be.',
    'malformed-json': 'The body is not JSON.',
  },
  401: { unauthenticated: 'Nobody is signed in, or the token is not good.' },
  403: {
    'no-state': 'The token speaks for no State.',
    'not-delegated': 'The State has not asked this liaison desk to do it (ITI 33-35).',
    'not-party': 'Figures and deadlines of other pairs of States are for coordinators.',
    'not-the-requesting-state': 'A State sends requests in its own name only.',
    'not-your-state': 'Entries of the directory are made by the State itself.',
    'own-draft': 'Whoever wrote a draft does not approve it.',
    'role-not-allowed': 'The role may not do this.',
    'state-not-served': 'The desks of the State are served elsewhere.',
  },
  404: {
    'case-not-found': 'The State is party to no case with this id.',
    'entry-not-found': 'The directory has no such entry of the State.',
    'import-not-found': 'The State has no import with this id.',
    'participant-not-found': 'No State has this code.',
    'photograph-not-found': 'The State has no photograph of this digest.',
    'request-not-found': 'The State is party to no request with this id.',
    'trace-not-found': 'The State is party to nothing that hangs together with this request.',
    'unknown-route': 'There is nothing at this address.',
  },
  405: { 'method-not-allowed': 'The address does not know this method.' },
  408: { 'request-timeout': 'The request took too long to arrive.' },
  409: {
    'already-asked-on-trail': 'The State is asked about this arm already, on the same trail.',
    'already-restricted': 'The answer on the item is restricted already.',
    'already-submitted': 'The request was begun or sent before.',
    'clarification-open': 'A clarification is sought already.',
    'consent-not-open': 'No consent is asked for under this number.',
    'delegation-ended': 'The delegation has ended.',
    'import-under-way': 'The State has an import under way.',
    'no-clarification-open': 'No clarification is sought under this number.',
    'no-further-state': 'No answer names a State to be asked next.',
    'not-acknowledged-yet': 'The request is to be acknowledged first (ITI 19).',
    'not-answered-yet': 'Nothing was answered yet.',
    'not-ended': 'The matter has not ended.',
    'not-idle': 'The matter has moved; it is not given up.',
    'not-restricted': 'The answer on the item is not restricted.',
    'not-submitted': 'The request is a draft.',
    'not-undeliverable': 'The request has not come back.',
    'nothing-to-clarify': 'Nothing was delayed, restricted or refused (ITI 23).',
    'nothing-to-correct': 'What is to be corrected does not stand on this item.',
    'parent-follows-from-it': 'A request cannot lead to itself.',
    'parent-not-answered': 'Where to ask next is known from an answer.',
    'partly-answered': 'Part of it was answered: refuse the items that are left.',
    'photograph-quota-reached': 'The photographs of the State take all the room they have.',
    'question-not-open': 'No question is open under this number.',
    'review-missing': "The State's policy asks for a second officer.",
    'version-conflict': 'It changed in the meantime; under If-Match this comes as 412.',
    ...alreadyAt([
      ...[
        'sent',
        'undeliverable',
        'received',
        'acknowledged',
        'information-requested',
        'in-search',
        'answered',
      ],
      ...['refused', 'clarification-open', 'redirected', 'withdrawn', 'lapsed', 'closed', 'duplicate'],
    ]),
  },
  413: { 'body-too-large': 'The body is too large.' },
  414: { 'address-too-long': 'A part of the address is too long.' },
  415: { 'unsupported-media-type': 'The body has a type that is not read here.' },
  429: { 'too-many-requests': 'More streams are open than are kept at once.' },
  422: {
    'answer-incomplete': 'The answer lacks something, or contradicts itself.',
    'arm-or-items': 'A request is about items, or in its first form about one arm.',
    'before-receipt': 'Nothing happens on a case before it was received.',
    'check-not-for-this-state':
      'A prior check tells of an answer that its giver does not let this State read.',
    'cursor-malformed': 'The cursor is not one of this list.',
    'delegation-invalid': 'The delegation contradicts itself or another one.',
    'ground-not-of-regime': 'No instrument that binds the pair knows this ground.',
    'idempotency-key-malformed': 'The Idempotency-Key is malformed.',
    'idempotency-key-reused': 'The Idempotency-Key was used for something else.',
    'if-match-malformed': 'If-Match is malformed.',
    'in-the-future': 'What has not happened yet cannot be reported.',
    'item-follows-nothing': 'An item follows from an item of the parent request.',
    'item-unknown': 'The request has no item with this number.',
    'items-not-named': 'At least one item must be named, and each once.',
    'marking-practice-invalid': 'The marking practice contradicts itself.',
    'parent-not-found': 'The State has sent no request with the id of the parent.',
    'own-duplicate': 'A request is no duplicate of itself.',
    'own-state': 'A State does not ask itself.',
    'photograph-too-large': 'The photograph has too many pixels.',
    'photograph-unreadable': 'It is no photograph, or a damaged one.',
    'photographs-not-kept': 'The request names photographs that the State has not sent in.',
    'point-of-contact-invalid': 'The point of contact contradicts itself or another one.',
    'reason-missing': 'A reason must be given, in words (ITI 23).',
    'request-not-admissible': 'The request lacks what ITI 17 asks for.',
    'validation-failed': 'It breaks the rules of its form.',
    'words-missing': 'What must be said in words is not said.',
  },
  431: { 'headers-too-large': 'The headers are too large.' },
  500: { 'internal-error': 'The exchange has a fault.' },
  503: { unavailable: 'A part of the exchange does not answer.' },
} as const;

/** The matter has come to where this is not done any more, or not yet. */
function alreadyAt(statuses: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(statuses.map((status) => [`already-${status}`, `The matter is ${status}.`]));
}

/** What each code says, by the code. */
export const PROBLEM_CODES: Readonly<Record<string, string>> = Object.assign(
  {},
  ...Object.values(CODES_BY_STATUS),
) as Readonly<Record<string, string>>;

/** The codes as a list for readers, by status. */
export const problemCodesInWords = Object.entries(CODES_BY_STATUS)
  .map(([status, codes]) => {
    const lines = Object.entries(codes).map(([code, meaning]) => `- \`${code}\`: ${meaning}`);
    return `${status}\n${lines.join('\n')}`;
  })
  .join('\n\n');
