/**
 * Values under way, each in a slot of its own until it is taken out. A `Map` would do, but for what leaves it: each table that a `Map` has
 * outgrown refers to the next one, and so would hold it (ADR 34).
 */
export class Slots<Value> {
  #values: (Value | undefined)[] = [];
  readonly #free: number[] = [];

  /** The slot, which nobody else has until it is taken. */
  put(value: Value): number {
    const slot = this.#free.pop() ?? this.#values.length;
    this.#values[slot] = value;
    return slot;
  }

  /** What is there; undefined when it was taken before. */
  take(slot: number): Value | undefined {
    const value = this.#values[slot];
    if (value === undefined) return undefined;
    this.#values[slot] = undefined;
    this.#free.push(slot);
    return value;
  }

  /** Everything that is there. */
  takeAll(): readonly Value[] {
    const values = this.#values.filter((value) => value !== undefined);
    this.#values = [];
    this.#free.length = 0;
    return values;
  }
}
