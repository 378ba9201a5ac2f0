import {
  type Decider,
  type DomainEvent,
  handle,
  type Log,
  type Message,
  never,
  Rejection,
  type Traced,
  tracedBy,
} from '@vestigo/kernel';
import { senderOf, traceOf } from './codec';
import type { MessageData, TracingMessage } from './messages';

/** The streams of refused messages, and the family of channels that each of them has its messages from. */
export const REFUSED_FROM = {
  refusedRequest: 'tracing-requests',
  refusedReply: 'tracing-replies',
  refusedReport: 'clock-facts',
  refusedNotice: 'directory',
} as const;

/** Category of a stream of refused messages; tells which service refused it. */
export type RefusedCategory = keyof typeof REFUSED_FROM;

/** A message that could not be understood or followed: kept whole, so that it can be looked into and run again. */
export type MessageRefused = DomainEvent<
  'MessageRefused',
  { readonly body: string; readonly code: string; readonly reason: string }
>;

/** The message was handed to its service once more. */
export type MessageRerun = DomainEvent<'MessageRerun', RerunOutcome>;

export type RerunOutcome =
  | { readonly outcome: 'followed' }
  | { readonly outcome: 'refused'; readonly code: string; readonly reason: string };

export type RefusedMessageEvent = MessageRefused | MessageRerun;

export type RefusedMessage = { readonly status: 'unknown' } | { readonly status: RerunOutcome['outcome'] };

/** The stream of one refused message. */
export function refusedMessage(
  category: RefusedCategory,
): Decider<RefusedMessage, RefusedMessageEvent, RefusedMessageEvent> {
  return {
    category,
    initial: { status: 'unknown' },
    decide(fact, { status }) {
      if (fact.type === 'MessageRefused') return status === 'unknown' ? [fact] : [];
      if (status === 'unknown') return notRefused();
      return status === 'followed' && fact.data.outcome === 'followed' ? [] : [fact];
    },
    evolve(_, event) {
      switch (event.type) {
        case 'MessageRefused':
          return { status: 'refused' };
        case 'MessageRerun':
          return { status: event.data.outcome };
        default:
          throw never(event, 'event');
      }
    },
  };
}

export function notRefused(): Rejection {
  return new Rejection('not-found', 'message-not-refused', 'No message was refused under this id.');
}

/** Keeps a message that was refused, once. */
export async function keepRefused(
  log: Log,
  category: RefusedCategory,
  at: number,
  { id, body }: Message,
  { code, message }: Rejection,
): Promise<void> {
  const fact: MessageRefused = {
    type: 'MessageRefused',
    occurredAt: at,
    clock: null,
    data: { body, code, reason: message },
  };
  const said = { correlationId: id, causationId: id, ...traceOf(body) };
  const meta = { actor: 'transport', state: null, role: 'service', ...said };
  const stream = encodeURIComponent(id.toWellFormed());
  const { repeated } = await handle(log, refusedMessage(category), stream, fact, { meta });
  if (!repeated) log.observer?.messageRefused(category, code, meta);
}

/** A refusal may quote what it refuses; its receipt must still fit the schema. */
const longestReason = 4000;

/** The negative receipt for a refused message, when it can be told whom to send it to. */
export function receiptOf(
  recordedId: string,
  { data, occurredAt }: MessageRefused,
  side: 'requestingState' | 'respondingState',
  trace: Traced = {},
): TracingMessage<'message-refused'> | undefined {
  const sender = senderOf(data.body);
  if (!sender) return undefined;
  const refused: MessageData['message-refused'] = {
    messageId: sender.id,
    code: data.code,
    reason: data.reason.slice(0, longestReason),
  };
  return {
    kind: 'message-refused',
    ...sender,
    id: recordedId,
    from: sender[side],
    occurredAt,
    imported: false,
    correlationId: sender.id,
    ...tracedBy(trace),
    data: refused,
  };
}
