import { setTimeout as sleep } from 'node:timers/promises';
import { categoryOf, type EventStore, type Position, type RecordedEvent, Unavailable } from '@vestigo/kernel';

/** Every event behind `after`, in global order, until a look at the log finds nothing more. */
export async function* eventsOf(
  store: EventStore,
  { after = 0, except = [] }: { readonly after?: Position; readonly except?: readonly string[] } = {},
): AsyncGenerator<RecordedEvent, void> {
  for (let from = after; ;) {
    const { events, through } = await patiently(() => store.readAll({ after: from }));
    for (const event of events) if (!except.includes(categoryOf(event.stream))) yield event;
    if (through <= from) return;
    from = through;
  }
}

/** Milliseconds that a store may be silent, as while a cluster chooses its leader. */
const patience = 30_000;
const firstPause = 50;
const longestPause = 2_000;

/** Repeats what does no harm when it is done twice, while a store does not answer. */
export async function patiently<Result>(work: () => Promise<Result>): Promise<Result> {
  const end = performance.now() + patience;
  for (let pause = firstPause; ; pause = Math.min(2 * pause, longestPause)) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Unavailable) || performance.now() > end) throw error;
      await sleep(pause);
    }
  }
}
