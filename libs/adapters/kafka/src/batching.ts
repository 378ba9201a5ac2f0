import type { Message } from '@vestigo/kernel';

/** A publication and whoever awaits it. */
export interface Pending {
  readonly messages: readonly Message[];
  resolve(): void;
  reject(error: unknown): void;
}

/** One send carries at most so many bytes, unless a single message has more. */
export const mostBatchBytes = 1_000_000;

/** Headers, lengths and attributes of a record. */
const recordBytes = 150;

export function bytesOf({ id, key, body }: Message): number {
  return Buffer.byteLength(body) + Buffer.byteLength(key) + Buffer.byteLength(id) + recordBytes;
}

/** Takes from the front of `waiting` what goes together: at least one publication. */
export function nextBatch(waiting: Pending[]): readonly Pending[] {
  let bytes = 0;
  const end = waiting.findIndex(({ messages }, index) => {
    bytes += messages.reduce((sum, message) => sum + bytesOf(message), 0);
    return index > 0 && bytes > mostBatchBytes;
  });
  return waiting.splice(0, end < 0 ? waiting.length : end);
}

/** Cuts messages into sends, in order. */
export function pieces(messages: readonly Message[]): readonly (readonly Message[])[] {
  const cut: Message[][] = [];
  let bytes = Infinity;
  for (const message of messages) {
    bytes += bytesOf(message);
    if (bytes > mostBatchBytes) {
      cut.push([]);
      bytes = bytesOf(message);
    }
    cut.at(-1)?.push(message);
  }
  return cut;
}
