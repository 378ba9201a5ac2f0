import type { Loop, Position } from '@vestigo/kernel';

/** Milliseconds that a change is held back for views: a reader who is told too early would read what is no longer so. */
const patienceMs = 2000;

/** How far the log may be told of: as far as the views have followed it, in whichever thread they do. */
export class ViewsReached {
  #held: { readonly position: Position; readonly until: number } | undefined;

  constructor(
    private readonly loops: readonly Pick<Loop, 'reached'>[],
    private readonly now: () => number = () => performance.now(),
  ) {}

  reached(head: Position): Position {
    const views = this.loops.flatMap((loop) => loop.reached?.() ?? []);
    const through = Math.min(head, ...views);
    if (through >= (this.#held?.position ?? head)) this.#held = undefined;
    if (through >= head) return head;
    this.#held ??= { position: head, until: this.now() + patienceMs };
    if (this.now() < this.#held.until) return through;
    const { position } = this.#held;
    this.#held = undefined;
    return position;
  }
}
