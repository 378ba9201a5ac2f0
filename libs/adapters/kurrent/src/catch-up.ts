import type { EventStoreDBClient } from '@eventstore/db-client';
import type { LogQuery, Position } from '@vestigo/kernel';
import { listen } from './listening';
import type { Entry } from './stored-event';

/** A step on the way: an event, or only a position up to which nothing more has passed the filter. */
export interface Step {
  readonly position: Position;
  readonly entry?: Entry;
}

/**
 * What is in the log after `query.after`, as many steps at once as have arrived; ends when the server says that it has
 * given what there was, or when `signal` aborts. Rejects when the subscription drops.
 */
export async function* caughtUp(
  client: EventStoreDBClient,
  query: LogQuery & { readonly limit: number },
  signal: AbortSignal,
): AsyncGenerator<readonly Step[], void> {
  const steps: Step[] = [];
  const most = Math.max(2 * query.limit, 512);
  let outcome: 'live' | { readonly error: unknown } | undefined;
  let wake = (): void => undefined;
  const arrive = (step?: Step) => {
    if (step) steps.push(step);
    if (steps.length >= most) listening.pause();
    wake();
  };
  const listening = listen(client, query.after, query.categories, {
    entry: (entry) => {
      arrive({ position: entry.position, entry });
    },
    checkpoint: (position) => {
      if (position > (steps.at(-1)?.position ?? query.after)) arrive({ position });
    },
    caughtUp: () => {
      outcome ??= 'live';
      listening.stop();
      arrive();
    },
    dropped: (error) => {
      outcome ??= { error };
      arrive();
    },
  });
  const stop = () => {
    wake();
  };
  signal.addEventListener('abort', stop);
  try {
    while (!signal.aborted) {
      if (steps.length === 0) {
        if (outcome === 'live') return;
        if (outcome) throw outcome.error;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
        await untilQuiet(steps, query.limit);
      } else {
        yield steps.splice(0, query.limit);
        if (!outcome && steps.length < query.limit) listening.resume();
      }
    }
  } finally {
    signal.removeEventListener('abort', stop);
    listening.stop();
  }
}

/** The client hands on a few at a time: those that come turn by turn of the event loop make one batch. */
async function untilQuiet(steps: readonly Step[], most: number): Promise<void> {
  for (let before = -1; before < steps.length && steps.length < most;) {
    before = steps.length;
    await new Promise((resolve) => setImmediate(resolve));
  }
}
