import {
  type Decider,
  type DomainEvent,
  handle,
  type Log,
  type Message,
  Rejection,
  type Traced,
  tracedBy,
} from '@vestigo/kernel';
import { decode, senderOf, traceOf } from './codec';
import type { AnyTracingMessage, MessageData, TracingMessage } from './messages';

/** A message that could not be understood or followed: kept whole, so that it can be looked into and run again. */
export type MessageRefused = DomainEvent<
  'MessageRefused',
  { readonly body: string; readonly code: string; readonly reason: string }
>;

/** The stream of one refused message. `category` tells which service refused it. */
export function refusedMessage(category: string): Decider<boolean, MessageRefused, MessageRefused> {
  return {
    category,
    initial: false,
    decide: (refusal, known) => (known ? [] : [refusal]),
    evolve: () => true,
  };
}

/**
 * Takes a batch from the transport. Messages of one request are taken in order, different requests at once. A message
 * that is not understood, or that the rules refuse, becomes a stored fact and the batch goes on; any other error ends
 * the batch, which then comes again.
 */
export async function takeIn(
  log: Log,
  category: string,
  now: () => number,
  batch: readonly Message[],
  accept: (message: AnyTracingMessage) => Promise<unknown>,
): Promise<void> {
  const requests = Map.groupBy(batch, ({ key }) => key);
  await Promise.all(
    [...requests.values()].map(async (messages) => {
      for (const message of messages) {
        const refusal = await attempt(message, accept);
        if (refusal) await keepRefused(log, category, now(), message, refusal);
      }
    }),
  );
}

async function attempt(
  { body }: Message,
  accept: (message: AnyTracingMessage) => Promise<unknown>,
): Promise<Rejection | undefined> {
  const message = decode(body);
  if (message instanceof Rejection) return message;
  try {
    await accept(message);
    return undefined;
  } catch (error) {
    if (error instanceof Rejection) return error;
    throw error;
  }
}

/** Keeps a message that was refused, once. */
export async function keepRefused(
  log: Log,
  category: string,
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
