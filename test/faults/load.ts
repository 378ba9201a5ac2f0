import { setTimeout as sleep } from 'node:timers/promises';
import { plannedJourney } from './journeys';
import { Officers } from './officers';
import type { World } from './world';

export interface Pace {
  /** Journeys under way at once. */
  readonly atOnce: number;
  /** Milliseconds between the end of one and the begin of the next. */
  readonly pause: number;
}

/** Officers at work on the journeys of one seed, in order. */
export class Load {
  readonly officers: Officers;
  readonly #giveUp = new AbortController();
  #travels: readonly Promise<void>[] = [];
  #next = 0;
  #until = 0;

  constructor(
    world: World,
    readonly seed: string,
  ) {
    this.officers = new Officers(world, this.#giveUp.signal);
  }

  /** Journeys begun. */
  get journeys(): number {
    return this.#next;
  }

  /** Begins journeys up to this number (exclusive). */
  begin(until: number, { atOnce, pause }: Pace): void {
    this.#until = until;
    this.#travels = Array.from({ length: atOnce }, () => this.#work(pause));
    for (const travel of this.#travels) travel.catch(() => undefined);
  }

  /** No further journey is begun. */
  enough(): void {
    this.#until = this.#next;
  }

  /** Resolves when all journeys that were begun have come to their end. */
  async ended(limitMs: number): Promise<void> {
    const limit = setTimeout(() => {
      this.#giveUp.abort(new Error(`the officers were not done after ${String(limitMs)} ms`));
    }, limitMs);
    try {
      await Promise.all(this.#travels);
    } finally {
      clearTimeout(limit);
    }
  }

  async #work(pause: number): Promise<void> {
    while (this.#next < this.#until) {
      const number = this.#next;
      this.#next += 1;
      await this.officers.travel(plannedJourney(this.seed, number));
      if (pause > 0) await sleep(pause);
    }
  }
}
