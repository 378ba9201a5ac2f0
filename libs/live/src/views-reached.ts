import type { Loop, Position } from '@vestigo/kernel';

/** Milliseconds that a change is held back for views: a reader who is told too early would read what is no longer so. */
const patienceMs = 2000;

/** How far the log may be told of: as far as the views have followed it, in whichever thread they do. */
export class ViewsReached {
  #held: { readonly position: Position; readonly until: number } | undefined;
  /** As far as was told before the views were there. */
  #toldEarly: Position | undefined;
  #haveCaughtUp = false;

  constructor(
    private readonly loops: readonly Pick<Loop, 'reached'>[],
    private readonly now: () => number = () => performance.now(),
  ) {}

  reached(head: Position): Position {
    const views = this.loops.flatMap((loop) => loop.reached?.() ?? []);
    const through = Math.min(head, ...views);
    if (this.#toldEarly !== undefined && through >= this.#toldEarly) {
      this.#toldEarly = undefined;
      this.#haveCaughtUp = true;
    }
    if (through >= (this.#held?.position ?? head)) this.#held = undefined;
    if (through >= head) return head;
    this.#held ??= { position: head, until: this.now() + patienceMs };
    if (this.now() < this.#held.until) return through;
    const { position } = this.#held;
    this.#held = undefined;
    this.#toldEarly = position;
    return position;
  }

  /** True once when the views have come to where was told too early: who read then has read what was no longer so. */
  caughtUp(): boolean {
    const caughtUp = this.#haveCaughtUp;
    this.#haveCaughtUp = false;
    return caughtUp;
  }
}
