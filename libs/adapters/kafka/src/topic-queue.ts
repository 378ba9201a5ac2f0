import type { Message } from '@vestigo/kernel';
import { type Pending, nextBatch, pieces } from './batching';

/**
 * Publications of one topic, one send at a time: those that come meanwhile share the next one, and the order of each
 * key is the order in which `submit` was called.
 */
export class TopicQueue {
  readonly #waiting: Pending[] = [];
  #isSending = false;

  constructor(private readonly send: (messages: readonly Message[]) => Promise<void>) {}

  submit(messages: readonly Message[]): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ messages, resolve, reject });
      if (!this.#isSending) void this.#sendAll();
    });
  }

  async #sendAll(): Promise<void> {
    this.#isSending = true;
    // Whoever publishes in the same turn of the event loop shares the first send.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.#waiting.length > 0) await this.#sendBatch(nextBatch(this.#waiting));
    this.#isSending = false;
  }

  async #sendBatch(batch: readonly Pending[]): Promise<void> {
    try {
      for (const piece of pieces(batch.flatMap(({ messages }) => messages))) await this.send(piece);
    } catch (error) {
      // Those who wait would each wait as long again for the same broker: none of their messages has been sent.
      for (const { reject } of [...batch, ...this.#waiting.splice(0)]) reject(error);
      return;
    }
    for (const { resolve } of batch) resolve();
  }
}
