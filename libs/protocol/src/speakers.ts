import type { AnyTracingMessage, MessageKind } from './messages';

type Side = 'requesting' | 'responding' | 'either';

/** Only the requesting State submits, withdraws and closes; only the State asked receives, answers and refuses. */
const speakers = {
  'request-submitted': 'requesting',
  'request-information-supplied': 'requesting',
  'request-information-declined': 'requesting',
  'request-clarification-sought': 'requesting',
  'request-reminder-sent': 'requesting',
  'request-withdrawn': 'requesting',
  'request-closed': 'requesting',
  'request-lapsed': 'requesting',
  'request-reopened': 'requesting',
  'request-marked-duplicate': 'requesting',
  'request-consent-asked': 'requesting',
  'request-disclosure-notice-given': 'requesting',
  'request-delivered': 'responding',
  'request-acknowledged': 'responding',
  'request-information-requested': 'responding',
  'request-search-started': 'responding',
  'request-delay-notified': 'responding',
  'request-answered': 'responding',
  'request-answer-supplemented': 'responding',
  'request-answer-corrected': 'responding',
  'request-items-refused': 'responding',
  'request-restriction-imposed': 'responding',
  'request-restriction-lifted': 'responding',
  'request-refused': 'responding',
  'request-clarification-given': 'responding',
  'request-redirected': 'responding',
  'request-consent-given': 'responding',
  'request-consent-denied': 'responding',
  'request-consent-question-delivered': 'responding',
  'request-cross-hit-noted': 'responding',
  'clock-fact-reported': 'either',
  'message-refused': 'either',
} as const satisfies Readonly<Record<MessageKind, Side>>;

/** The States that can say this on a request. */
export function speakersOf(
  kind: MessageKind,
  requestingState: string,
  respondingState: string,
): readonly string[] {
  const side: Side = speakers[kind];
  if (side === 'either') return [requestingState, respondingState];
  return side === 'requesting' ? [requestingState] : [respondingState];
}

type KindOf<Speaker extends Side> = {
  [Kind in MessageKind]: (typeof speakers)[Kind] extends Speaker ? Kind : never;
}[MessageKind];

/** What one side says of its own acts. */
export type MessageOf<Speaker extends Exclude<Side, 'either'>> = Extract<
  AnyTracingMessage,
  { readonly kind: KindOf<Speaker> }
>;

export function isSaidBy<Speaker extends Exclude<Side, 'either'>>(
  speaker: Speaker,
  message: AnyTracingMessage,
): message is MessageOf<Speaker> {
  return speakers[message.kind] === speaker;
}

/** The kinds that one side says of its own acts. */
export function kindsOf(side: Exclude<Side, 'either'>): readonly MessageKind[] {
  return (Object.keys(speakers) as readonly MessageKind[]).filter((kind) => speakers[kind] === side);
}
