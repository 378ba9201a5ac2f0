/** A value that parts of the page follow; made for `useSyncExternalStore`. */
export interface Watched<Value> {
  get(): Value;
  set(value: Value): void;
  /** Gives what ends the following. */
  subscribe(listener: () => void): () => void;
}

export function watched<Value>(first: Value): Watched<Value> {
  let value = first;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set(next) {
      if (Object.is(value, next)) return;
      value = next;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
