import { HttpException } from '@nestjs/common';
import type { Actor } from '@vestigo/identity';

/** Streams at once: each window of somebody has one as long as it is looked at. */
const mostOfOne = 12;
const mostOfAll = 2000;

/** Who is there. Nobody keeps others out by opening one stream after the other. */
export class Seats {
  readonly #taken = new Map<string, number>();
  #all = 0;

  /** Gives what is to be called when the reader has gone. Throws the problem 429. */
  take({ subject, role, state, desk }: Actor): () => void {
    const who = JSON.stringify([subject, role, state, desk]);
    const own = this.#taken.get(who) ?? 0;
    if (own >= mostOfOne || this.#all >= mostOfAll) {
      throw new HttpException(
        own >= mostOfOne
          ? `You have ${String(mostOfOne)} streams open already. Close one first.`
          : 'As many streams are open as this service can keep. Ask for the changes now and then instead.',
        429,
      );
    }
    this.#taken.set(who, own + 1);
    this.#all += 1;
    let left = false;
    return () => {
      if (left) return;
      left = true;
      this.#all -= 1;
      const rest = (this.#taken.get(who) ?? 1) - 1;
      if (rest === 0) this.#taken.delete(who);
      else this.#taken.set(who, rest);
    };
  }
}
