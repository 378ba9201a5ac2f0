import {
  type AllStreamResolvedEvent,
  type EventStoreDBClient,
  excludeSystemEvents,
  type Filter,
  type Position as Place,
  streamNameFilter,
} from '@eventstore/db-client';
import { categoryOf, type Position } from '@vestigo/kernel';
import { placeOf, positionOf } from './revision';
import { type Entry, entryOf } from './stored-event';

/** Records the server looks at between two checkpoints, and at most for one page of a catch-up. */
const window = 1000;
const buffered = 512;

export interface Listener {
  /** In order, each once. */
  entry(entry: Entry): void;
  /** Everything up to here that passes the filter has come. */
  checkpoint(position: Position): void;
  /** Everything that was in the log when the subscription began has come. */
  caughtUp(): void;
  /** Nothing more comes. */
  dropped(error: Error): void;
}

export interface Listening {
  pause(): void;
  resume(): void;
  stop(): void;
}

/** Subscribes to the log of all streams after `after`. The server leaves out its own events and other categories. */
export function listen(
  client: EventStoreDBClient,
  after: Position,
  categories: readonly string[] | undefined,
  listener: Listener,
): Listening {
  /** A checkpoint overtakes events that the stream still holds: it counts once `arrivals` has come so far. */
  const marks: { readonly arrivals: number; readonly reach: () => void }[] = [];
  let arrivals = 0;
  const reachMarks = () => {
    while (marks[0] && marks[0].arrivals <= arrivals) marks.shift()?.reach();
  };
  const mark = (reach: () => void) => {
    marks.push({ arrivals: arrivals + subscription.readableLength, reach });
    reachMarks();
  };
  const checkpointReached = (_: unknown, place: Place) => {
    mark(() => {
      listener.checkpoint(positionOf(place));
    });
  };
  const filter = filterFor(categories, checkpointReached);
  const subscription = client.subscribeToAll(
    { fromPosition: placeOf(after), filter },
    { highWaterMark: buffered },
  );
  let over = false;
  const end = (error?: Error) => {
    if (over) return;
    over = true;
    listener.dropped(error ?? new Error('the subscription ended'));
  };
  subscription
    .on('data', (record: AllStreamResolvedEvent) => {
      arrivals += 1;
      const entry = entryOf(record);
      if (!over && entry && entry.position > after) listener.entry(entry);
      if (!over) reachMarks();
    })
    .on('caughtUp', () => {
      if (over) return;
      mark(() => {
        listener.caughtUp();
      });
    })
    .on('error', end)
    .on('end', end);
  return {
    pause: () => subscription.pause(),
    resume: () => subscription.resume(),
    stop: () => {
      over = true;
      // It may not even have begun: then there is nothing to end.
      subscription.unsubscribe().catch(() => undefined);
    },
  };
}

function filterFor(
  categories: readonly string[] | undefined,
  checkpointReached: NonNullable<Filter['checkpointReached']>,
): Filter {
  const options = { maxSearchWindow: window, checkpointReached };
  if (!categories) return excludeSystemEvents(options);
  return streamNameFilter({ ...options, regex: categoryPattern(categories) });
}

/** Streams of these categories, in the words of .NET: `traceCase` and `traceCase-…`, not `traceCaseNote-…`. */
export function categoryPattern(categories: readonly string[]): string {
  // A name with a hyphen is no category: no stream has it.
  const names = categories.filter((name) => categoryOf(name) === name);
  return `^(?:${names.map(escaped).join('|')})(?:-|$(?!\\n))`;
}

function escaped(text: string): string {
  return text.replace(/[\\^$.|?*+()[\]{}#\s]/g, (character) => `\\u${hex(character)}`);
}

function hex(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).padStart(4, '0');
}
