import { type Instant, type Log, type Message, Rejection } from '@vestigo/kernel';
import { decode } from './codec';
import type { AnyTracingMessage } from './messages';
import { keepRefused, type RefusedCategory } from './refused-message';

/** How a service follows what comes on one family of channels. */
export interface Inbound {
  /** Where it keeps what it refuses. */
  readonly refused: RefusedCategory;
  /**
   * Does what the message leads to, or says why it does not. Harmless when it is done twice; rejects when a part it depends on
   * fails, and then the message comes again.
   */
  follow(message: Message): Promise<Rejection | undefined>;
}

/** Follows messages between two States: one that is not understood, or that the rules refuse, is refused. */
export function tracingInbound(
  refused: RefusedCategory,
  accept: (message: AnyTracingMessage) => Promise<unknown>,
): Inbound {
  return {
    refused,
    async follow({ body }) {
      const message = decode(body);
      if (message instanceof Rejection) return message;
      try {
        await accept(message);
        return undefined;
      } catch (error) {
        if (error instanceof Rejection) return error;
        throw error;
      }
    },
  };
}

/**
 * Takes a batch from the transport. Messages of one request are taken in order, different requests at once. A message
 * that is refused becomes a stored fact and the batch goes on; an error ends the batch, which then comes again.
 */
export async function takeIn(
  log: Log,
  { refused, follow }: Inbound,
  now: () => Instant,
  batch: readonly Message[],
): Promise<void> {
  const requests = Map.groupBy(batch, ({ key }) => key);
  await Promise.all(
    [...requests.values()].map(async (messages) => {
      for (const message of messages) {
        const refusal = await follow(message);
        if (refusal) await keepRefused(log, refused, now(), message, refusal);
      }
    }),
  );
}
