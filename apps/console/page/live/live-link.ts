import { type Watched, watched } from '../data/watched';
import { type Changes, isSomething } from './changes';

/** `polling`: the stream does not hold, so it is asked now and then; `resting`: nobody looks, or there is no link. */
export type LinkState = 'resting' | 'connecting' | 'live' | 'polling';

/** One word of the stream: where to go on, and what changed, if anything did. */
export interface Word {
  readonly at?: string;
  readonly changes?: Changes | undefined;
}

export interface LiveParts {
  /** The stream from a place on. Ends or throws when the link is lost, or silent for too long. */
  open(after: string | undefined, signal: AbortSignal): AsyncIterable<Word>;
  ask(after: string | undefined, signal: AbortSignal): Promise<Word>;
  changed(changes: Changes): void;
  /** Nothing is known of what came before: what was read earlier than now is to be read again. */
  begun(): void;
  /** Resolves early when `signal` aborts. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
  /** From 0 up to 1. */
  random(): number;
}

/** Failures in a row after which the stream is given up for a while. */
const tolerated = 3;
const firstPauseMs = 1000;
const longestPauseMs = 30_000;
export const POLL_MS = 20_000;
/** Questions between two attempts at a stream. */
const polls = 6;

/** Follows what changes as long as somebody looks, by the best way that the link lets it. */
export class LiveLink {
  readonly state: Watched<LinkState> = watched<LinkState>('resting');
  #place: string | undefined;
  #failures = 0;

  constructor(private readonly parts: LiveParts) {}

  /** Until `signal` aborts; it may be called again later and goes on from where it was. */
  async follow(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      if (this.#failures >= tolerated) await this.#poll(signal);
      else this.state.set('connecting');
      const kept = await this.#stream(signal);
      this.#failures = kept ? 0 : this.#failures + 1;
      if (this.#failures < tolerated) await this.parts.wait(this.#pause(), signal);
    }
    this.state.set('resting');
  }

  /** Whether the stream came about. */
  async #stream(signal: AbortSignal): Promise<boolean> {
    let kept = false;
    try {
      for await (const word of this.parts.open(this.#place, signal)) {
        kept = true;
        if (!signal.aborted) this.state.set('live');
        this.#take(word);
      }
    } catch {
      // Whatever broke it: it is tried again.
    }
    return kept || signal.aborted;
  }

  async #poll(signal: AbortSignal): Promise<void> {
    this.state.set('polling');
    for (let count = 0; count < polls && !signal.aborted; count += 1) {
      try {
        this.#take(await this.parts.ask(this.#place, signal));
      } catch {
        // The link may be gone altogether: it is asked again.
      }
      await this.parts.wait(this.#jittered(POLL_MS), signal);
    }
  }

  #take({ at, changes }: Word): void {
    if (this.#place === undefined && at !== undefined) this.parts.begun();
    this.#place = at ?? this.#place;
    if (changes && isSomething(changes)) this.parts.changed(changes);
  }

  /** Those who lost their link together do not come back together. */
  #pause(): number {
    return this.#jittered(Math.min(firstPauseMs * 2 ** this.#failures, longestPauseMs));
  }

  #jittered(ms: number): number {
    return ms * (0.5 + this.parts.random() / 2);
  }
}
