import { handle, type Instant, type Log, never, Rejection, tracedBy } from '@vestigo/kernel';
import {
  type AnyTracingMessage,
  type Inbound,
  isSaidBy,
  type MessageOf,
  receivedId,
  tracingInbound,
} from '@vestigo/protocol';
import type { RespondingAct } from '@vestigo/lifecycle';
import {
  crossHitWord,
  type DeskClock,
  tracingRequest,
  type TracingRequestCommand,
} from '@vestigo/requesting/domain';
import { REFUSED_REPLIES } from './requesting.outbound';
import { keptRequest } from './trails';

export interface Hearing {
  readonly log: Log;
  readonly now: () => Instant;
  /** The clock in force at the desk of a State. */
  readonly deskClock: (state: string) => Promise<DeskClock>;
}

/** Follows what the States asked say. The message id makes a second delivery harmless. */
export const repliesInbound = ({ log, now, deskClock }: Hearing): Inbound =>
  tracingInbound(REFUSED_REPLIES, async (message) => {
    const context = {
      messageId: receivedId(message),
      meta: {
        actor: `service:${message.from}`,
        state: message.from,
        role: 'service',
        correlationId: message.correlationId,
        causationId: message.id,
        ...tracedBy(message),
      },
    };
    if (message.kind === 'request-cross-hit-noted') {
      const { items } = message.data;
      await expectedFrom(log, message);
      const command = { type: 'RecordCrossHit', at: now(), items } as const;
      await handle(log, crossHitWord, message.requestId, command, context);
      return;
    }
    const clock = message.kind === 'request-delivered' ? await deskClock(message.from) : undefined;
    const command = heardIn(message, now(), clock);
    if (command instanceof Rejection) throw command;
    await handle(log, tracingRequest, message.requestId, command, context);
  });

/** Only the State that was asked can say something of a request. */
async function expectedFrom(log: Log, { requestId, from }: AnyTracingMessage): Promise<void> {
  const kept = await keptRequest(log, requestId);
  if (kept?.request.parties.respondingState === from) return;
  throw new Rejection('not-found', 'request-not-found', 'Your State is party to no request with this id.');
}

/** What the State asked tells this desk by a message. `deskClock`: with the receipt, that by which its limits are counted. */
export function heardIn(
  message: AnyTracingMessage,
  now: Instant,
  deskClock?: DeskClock,
): TracingRequestCommand | Rejection {
  const respondedAt = message.occurredAt;
  // The clock of their desk may be ahead of ours: what they tell has happened, by our clock now at the latest.
  const act = { by: message.from, at: message.imported ? Math.min(respondedAt, now) : now, now };
  if (message.kind === 'message-refused') {
    const { code, reason } = message.data;
    return { type: 'RecordDeliveryFailure', ...act, reason: `${code}: ${reason}` };
  }
  if (message.kind === 'request-consent-question-delivered') {
    return { type: 'RecordConsentDelivery', ...act, respondedAt, consent: message.data.consent };
  }
  if (!isReply(message)) {
    return new Rejection('invalid', 'wrong-channel', `${message.kind} is no reply.`);
  }
  const echo = { respondedAt, ...(deskClock && { deskClock }) };
  return { type: 'RecordReply', ...act, ...echo, reply: replyIn(message), number: message.act };
}

/** What tells of an act in the matter; a cross-hit is none, nor is the receipt of a question for consent. */
type Reply = Exclude<MessageOf<'responding'>, { readonly kind: (typeof noActs)[number] }>;
const noActs = ['request-cross-hit-noted', 'request-consent-question-delivered'] as const;

function isReply(message: AnyTracingMessage): message is Reply {
  return isSaidBy('responding', message) && !noActs.some((kind) => kind === message.kind);
}

/** The act of the State asked that a message tells of. */
function replyIn(message: Reply): RespondingAct {
  switch (message.kind) {
    case 'request-delivered':
      return { kind: 'receive', said: {} };
    case 'request-acknowledged':
      return { kind: 'acknowledge', said: {} };
    case 'request-information-requested':
      return { kind: 'request-information', said: message.data };
    case 'request-search-started':
      return { kind: 'start-search', said: {} };
    case 'request-delay-notified':
      return { kind: 'notify-delay', said: message.data };
    case 'request-answered':
      return { kind: 'answer', said: message.data };
    case 'request-answer-supplemented':
      return { kind: 'supplement', said: message.data };
    case 'request-answer-corrected':
      return { kind: 'correct', said: message.data };
    case 'request-items-refused':
      return { kind: 'refuse-items', said: message.data };
    case 'request-restriction-imposed':
      return { kind: 'restrict', said: message.data };
    case 'request-restriction-lifted':
      return { kind: 'lift', said: message.data };
    case 'request-refused':
      return { kind: 'refuse', said: message.data };
    case 'request-clarification-given':
      return { kind: 'clarify', said: message.data };
    case 'request-redirected':
      return { kind: 'redirect', said: message.data };
    case 'request-consent-given':
      return { kind: 'give-consent', said: message.data };
    case 'request-consent-denied':
      return { kind: 'deny-consent', said: message.data };
    default:
      throw never(message, 'reply');
  }
}
