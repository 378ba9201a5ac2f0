import { setTimeout as sleep } from 'node:timers/promises';
import type { Actor } from '@vestigo/identity';
import type { EventStore, Loop, Position } from '@vestigo/kernel';
import type { LiveChanges } from './live.dto';
import { LookedAt } from './looked-at';
import { RecentChanges } from './recent-changes';
import type { LiveSubject, LoggedSubject, LookedAtSubject } from './subjects';
import { eventOf, heartbeatAt, isNews, toldTo } from './told';
import { ViewsReached } from './views-reached';

export interface Pace {
  /** Milliseconds between two looks at the log while somebody is there to be told. */
  readonly lookMs: number;
  /** Milliseconds in which changes are gathered before the next word to the same reader. */
  readonly gatherMs: number;
  /** Milliseconds of silence after which a sign of life is given. */
  readonly heartbeatMs: number;
}

export const usualPace: Pace = { lookMs: 250, gatherMs: 500, heartbeatMs: 15_000 };

/** Changes that are remembered for those who come back. */
const mostKept = 5000;

/** Of the log, at one look; where more was written, readers are told to read everything again. */
const pageSize = 256;
const mostPages = 4;

export interface LiveSources {
  readonly store: Pick<EventStore, 'head' | 'readAll'>;
  readonly loops: readonly Pick<Loop, 'reached'>[];
  readonly subjects: readonly LiveSubject[];
}

/** One reader's place among the changes. */
export interface Reader {
  /** What changed for the reader since the last time, or since the place that was named at first. */
  next(): Promise<LiveChanges>;
  /** Whether something changed since, for whomever. */
  isBehind(): boolean;
}

/** Follows the log for those who are there, wherever the loops run. Nobody there costs nothing. */
export class LiveFeed {
  readonly #logged: readonly LoggedSubject[];
  readonly #lookedAt: LookedAt;
  readonly #views: ViewsReached;
  readonly #waking = new Set<() => void>();
  #recent: RecentChanges | undefined;
  #looking: Promise<RecentChanges> | undefined;
  #readers = 0;

  constructor(
    private readonly sources: LiveSources,
    private readonly pace: Pace = usualPace,
  ) {
    const isLookedAt = (one: LiveSubject): one is LookedAtSubject => 'look' in one;
    this.#logged = sources.subjects.filter((one): one is LoggedSubject => !isLookedAt(one));
    this.#lookedAt = new LookedAt(sources.subjects.filter(isLookedAt));
    this.#views = new ViewsReached(sources.loops);
  }

  /** `after`: where the reader was told to go on; what is to come when absent. Throws `Unavailable`. */
  readerOf(actor: Actor, after?: Position): Reader {
    let told: number | undefined;
    return {
      isBehind: () => told !== this.#recent?.last,
      next: async () => {
        const recent = told === undefined ? await this.#look() : (this.#recent ?? (await this.#look()));
        const noted =
          told !== undefined
            ? recent.afterNumber(told)
            : after === undefined
              ? []
              : recent.afterPosition(after);
        told = recent.last;
        return toldTo(actor, noted, recent.through);
      },
    };
  }

  /** Server-sent events until `signal` aborts: at once how things stand, then what changes, as fast as it is taken. */
  async *streamOf(reader: Reader, signal: AbortSignal): AsyncGenerator<string, void> {
    this.#readers += 1;
    if (this.#readers === 1) void this.#keepLooking();
    try {
      yield eventOf(await reader.next());
      let said = performance.now();
      while (!signal.aborted) {
        // What came while the reader was not waiting wakes nobody.
        if (!reader.isBehind()) await this.#moved(signal);
        const news = await reader.next();
        const isDue = performance.now() - said >= this.pace.heartbeatMs;
        if (!isNews(news) && !isDue) continue;
        yield isNews(news) ? eventOf(news) : heartbeatAt(news.at);
        said = performance.now();
        await sleep(this.pace.gatherMs, undefined, { signal }).catch(() => undefined);
      }
    } finally {
      this.#readers -= 1;
    }
  }

  async #keepLooking(): Promise<void> {
    while (this.#readers > 0) {
      // A log that does not answer now has nothing to tell; readers see the link alive and ask for themselves.
      await this.#look().catch(() => undefined);
      await sleep(this.pace.lookMs);
    }
  }

  async #moved(signal: AbortSignal): Promise<void> {
    const woken = new AbortController();
    const wake = () => {
      woken.abort();
    };
    this.#waking.add(wake);
    const either = AbortSignal.any([signal, woken.signal]);
    await sleep(this.pace.heartbeatMs, undefined, { signal: either }).catch(() => undefined);
    this.#waking.delete(wake);
  }

  /** One look serves all who ask for it meanwhile. */
  #look(): Promise<RecentChanges> {
    this.#looking ??= this.#lookOnce().finally(() => {
      this.#looking = undefined;
    });
    return this.#looking;
  }

  async #lookOnce(): Promise<RecentChanges> {
    const reached = this.#views.reached(await this.sources.store.head());
    const recent = (this.#recent ??= new RecentChanges(reached, mostKept));
    const before = recent.last;
    if (!(await this.#readUpTo(reached, recent))) recent.leapTo(reached);
    const seen = await this.#lookedAt.changes();
    recent.add(
      seen.map((one) => ({ ...one, position: recent.through })),
      recent.through,
    );
    // Everybody reads again what was told before the views showed it.
    if (this.#views.caughtUp()) recent.leapTo(recent.through);
    if (recent.last > before) for (const wake of [...this.#waking]) wake();
    return recent;
  }

  /** False when there is more than can be read at one look. */
  async #readUpTo(head: Position, recent: RecentChanges): Promise<boolean> {
    const categories = categoriesOf(this.#logged);
    for (let page = 0; recent.through < head; page += 1) {
      if (page === mostPages) return false;
      const query = { after: recent.through, limit: pageSize, ...(categories && { categories }) };
      const { events, through } = await this.sources.store.readAll(query);
      if (through <= recent.through) return true;
      const seen = events.filter(({ position }) => position <= head);
      const changes = await Promise.all(
        seen.map(async (event) =>
          Promise.all(
            this.#logged.map(async (subject) => {
              const change = concerns(subject, event.stream) ? await subject.changeIn(event) : undefined;
              return change ? [{ position: event.position, subject, change }] : [];
            }),
          ),
        ),
      );
      recent.add(changes.flat(2), Math.min(through, head));
    }
    return true;
  }
}

function categoriesOf(subjects: readonly LoggedSubject[]): readonly string[] | undefined {
  if (subjects.some(({ categories }) => categories === undefined)) return undefined;
  return [...new Set(subjects.flatMap(({ categories = [] }) => categories))];
}

const concerns = ({ categories }: LoggedSubject, stream: string) =>
  categories === undefined || categories.some((category) => stream.startsWith(`${category}-`));
