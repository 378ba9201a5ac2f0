import type { Batch, DomainEvent, Position, RecordedEvent } from '@vestigo/kernel';
import { StoredEvent } from './event-row';
import { type EventTable, mostText, type Range } from './event-table';

/** Most positions that are kept. */
export const MOST_KEPT = 2048;

/**
 * The newest events of the log, for all followers of one thread: each is read from the file once, and parsed once, when the first of them
 * wants it. Positions have no gaps, so what is kept is a range.
 */
export class RecentEvents {
  readonly #kept: StoredEvent[] = [];
  #after: Position = 0;
  #text = 0;

  constructor(private readonly table: EventTable) {}

  /** The events of the range, as `EventTable.events` gives them; undefined for one that begins before what is kept. */
  page<Event extends DomainEvent>(range: Range): Batch<RecordedEvent<Event>> | undefined {
    const { after, categories } = range;
    if (after > this.#through) this.#beginAfter(after);
    if (after < this.#after) return undefined;
    if (range.through > this.#through) this.#take(range.through);
    const through = Math.min(range.through, this.#through);
    const events = this.#kept
      .slice(after - this.#after, through - this.#after)
      .filter(({ category }) => categories === undefined || categories.includes(category))
      .map((stored) => stored.recorded<Event>());
    this.#forget();
    return { events, through };
  }

  get #through(): Position {
    return this.#after + this.#kept.length;
  }

  #beginAfter(position: Position): void {
    this.#kept.length = 0;
    this.#after = position;
    this.#text = 0;
  }

  #take(through: Position): void {
    const before = this.#text;
    for (const row of this.table.rows({ after: this.#through, through, categories: undefined })) {
      const stored = new StoredEvent(row);
      this.#kept.push(stored);
      this.#text += stored.length;
      if (this.#text - before >= mostText) return;
    }
  }

  /** The oldest go first; whoever still wants them reads them from the table. */
  #forget(): void {
    let count = 0;
    for (const { length } of this.#kept) {
      if (this.#kept.length - count <= MOST_KEPT && this.#text <= mostText) break;
      this.#text -= length;
      count += 1;
    }
    this.#kept.splice(0, count);
    this.#after += count;
  }
}
