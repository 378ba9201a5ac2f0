import type { Message, Transport } from '@vestigo/kernel';

/** The first batch on a channel, once there is one. */
export async function firstOf(transport: Transport, channel: string): Promise<readonly Message[]> {
  const found: Message[] = [];
  const abort = new AbortController();
  await transport.consume(
    [channel],
    'watch',
    (batch) => {
      found.push(...batch);
      abort.abort();
      return Promise.resolve();
    },
    abort.signal,
  );
  return found;
}
