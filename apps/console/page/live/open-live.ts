import { session } from '../sign-in/session';
import { changesIn } from './changes';
import { eventsIn } from './event-stream';
import type { LiveParts, Word } from './live-link';

const address = '/v1/live';

/** Milliseconds without a byte after which a stream is taken for dead: more than two signs of life of the service. */
const silenceMs = 40_000;

/** The ways to what changed. An `EventSource` could not bear a token. */
export const liveWays: Pick<LiveParts, 'open' | 'ask'> = {
  async *open(after, signal) {
    const silent = new AbortController();
    let timer = setTimeout(() => silent.abort(), silenceMs);
    try {
      const either = AbortSignal.any([signal, silent.signal]);
      const { body } = await asked('text/event-stream', after, either);
      if (!body) return;
      const heard = () => {
        clearTimeout(timer);
        timer = setTimeout(() => silent.abort(), silenceMs);
      };
      for await (const { id, data } of eventsIn(textOf(body, heard))) {
        yield {
          ...(id !== undefined && { at: id }),
          ...(data !== '' && { changes: changesIn(JSON.parse(data)) }),
        };
      }
    } finally {
      clearTimeout(timer);
    }
  },
  async ask(after, signal): Promise<Word> {
    const either = AbortSignal.any([signal, AbortSignal.timeout(silenceMs)]);
    const said: unknown = await (await asked('application/json', after, either)).json();
    const at: unknown = typeof said === 'object' && said !== null ? Reflect.get(said, 'at') : undefined;
    return { ...(typeof at === 'string' && { at }), changes: changesIn(said) };
  },
};

async function asked(accept: string, after: string | undefined, signal: AbortSignal): Promise<Response> {
  const token = await session.freshToken();
  const answer = await fetch(address, {
    headers: {
      accept,
      authorization: `Bearer ${token ?? ''}`,
      ...(after !== undefined && { 'last-event-id': after }),
    },
    cache: 'no-store',
    signal,
  });
  if (answer.status === 401) session.expire();
  if (!answer.ok) throw new Error(`HTTP ${String(answer.status)}`);
  return answer;
}

async function* textOf(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  heard: () => void,
): AsyncGenerator<string> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  try {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      heard();
      yield piece.value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
