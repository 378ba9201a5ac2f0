import type { Position } from '@vestigo/kernel';
import type { Change, LiveSubject } from './subjects';

/** One change, with what says who may learn of it. */
export interface Noted {
  /** Counts changes since the process began. */
  readonly number: number;
  readonly position: Position;
  readonly subject: LiveSubject;
  readonly change: Change;
}

/** The last changes, so that many readers cost one reading of the log. */
export class RecentChanges {
  #noted: readonly Noted[] = [];
  #next = 1;
  /** Every change after this position is here. */
  #since: Position;
  /** Every change up to here has been noted. */
  #through: Position;

  constructor(
    from: Position,
    private readonly most: number,
  ) {
    this.#since = from;
    this.#through = from;
  }

  get through(): Position {
    return this.#through;
  }

  /** The number of the last change. */
  get last(): number {
    return this.#next - 1;
  }

  add(
    changes: readonly {
      readonly position: Position;
      readonly subject: LiveSubject;
      readonly change: Change;
    }[],
    through: Position,
  ): void {
    const added = changes.map((one) => ({ ...one, number: this.#next++ }));
    const all = [...this.#noted, ...added];
    const dropped = all[all.length - this.most - 1];
    if (dropped) this.#since = Math.max(this.#since, dropped.position);
    this.#noted = all.slice(-this.most);
    this.#through = through;
  }

  /** Forgets all, since what happened in between was not read. */
  leapTo(position: Position): void {
    this.#noted = [];
    // A number that nobody was told: readers see that they have missed something.
    this.#next += 1;
    this.#since = position;
    this.#through = position;
  }

  /** Those after a change that a reader was told; undefined when some are gone. */
  afterNumber(number: number): readonly Noted[] | undefined {
    const first = this.#noted[0]?.number ?? this.#next;
    if (number < first - 1) return undefined;
    return this.#noted.filter((one) => one.number > number);
  }

  /** Those after a place in the log that a reader names; undefined when it cannot be told. */
  afterPosition(position: Position): readonly Noted[] | undefined {
    if (position < this.#since || position > this.#through) return undefined;
    return this.#noted.filter((one) => one.position > position);
  }
}
