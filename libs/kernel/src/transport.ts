/** A message on its way between two services. */
export interface Message {
  /** Same id, same message: a receiver does its work once. */
  readonly id: string;
  /** Messages of one key arrive in the order they were published. */
  readonly key: string;
  /** Text of the message; a CloudEvent in JSON. */
  readonly body: string;
}

/**
 * Carries messages at least once, in order for each key. What it guarantees is said by
 * `testing/transport.contract.ts`.
 */
export interface Transport {
  /** Resolves once the messages are durable on their channel. */
  publish(channel: string, messages: readonly Message[]): Promise<void>;

  /**
   * Hands batches of these channels to `receive` until `signal` aborts. A batch counts as taken only when `receive` resolves; when it
   * throws, the same messages come again. Each group sees every message.
   */
  consume(
    channels: readonly string[],
    group: string,
    receive: (batch: readonly Message[]) => Promise<void>,
    signal: AbortSignal,
  ): Promise<void>;

  /** Messages published on these channels that the group has not taken yet. */
  backlog(channels: readonly string[], group: string): Promise<number>;

  close(): Promise<void>;
}
