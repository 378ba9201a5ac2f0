import {
  categoryOf,
  type EventStore,
  idOf,
  type Loop,
  type Outbound,
  publisherLoop,
  type RecordedEvent,
} from '@vestigo/kernel';
import type { Post } from './addressing';
import { deadLettersOf, houseOf } from './channels';
import { encodeNotice } from './notices';
import { REFUSED_FROM, type RefusedCategory, type RefusedMessageEvent } from './refused-message';

export interface DeadLetters {
  readonly store: EventStore;
  /** `states`: whose desks the service is. */
  readonly post: Pick<Post, 'transport' | 'leadership' | 'states'>;
  /** Name of the service that refuses. */
  readonly service: string;
  readonly categories: readonly RefusedCategory[];
}

/**
 * Publishes what a service refused, for whoever watches it. By a loop of its own, so that a box that is missing or full holds up no
 * reply.
 */
export function deadLetterLoop({ store, post, service, categories }: DeadLetters): Loop {
  const { leadership, transport, states } = post;
  return publisherLoop(store, leadership, transport, deadLetterOutbound(service, states, categories));
}

export function deadLetterOutbound(
  service: string,
  states: readonly string[],
  categories: readonly RefusedCategory[],
): Outbound<RefusedMessageEvent> {
  const channel = deadLettersOf(houseOf(service, states));
  const from = new Map<string, string>(Object.entries(REFUSED_FROM));
  return {
    name: `${service}-dead-letters`,
    categories,
    letterOf(recorded) {
      const family = from.get(categoryOf(recorded.stream));
      const body = family === undefined ? undefined : deadLetterOf(recorded, family);
      return body === undefined
        ? undefined
        : { channel, message: { id: recorded.id, key: recorded.id, body } };
    },
  };
}

/** Bytes of a body as JSON text. With more it stays in the log alone: no broker would take the letter around it. */
const mostBytes = 1_000_000;
/** Characters. What a message calls itself has no limit but that of the transport. */
const [longestId, longestReason] = [1000, 4000];

function deadLetterOf(
  { id, stream, event }: RecordedEvent<RefusedMessageEvent>,
  channel: string,
): string | undefined {
  if (event.type !== 'MessageRefused') return undefined;
  const { body, code, reason } = event.data;
  return encodeNotice({
    kind: 'message-dead-lettered',
    id,
    occurredAt: event.occurredAt,
    data: {
      messageId: idOf(stream).slice(0, longestId),
      channel,
      code,
      reason: reason.slice(0, longestReason),
      bytes: Buffer.byteLength(body),
      ...(Buffer.byteLength(JSON.stringify(body)) <= mostBytes && { body }),
    },
  });
}
