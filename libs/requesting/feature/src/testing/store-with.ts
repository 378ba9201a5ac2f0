import type { EventStore } from '@vestigo/kernel';

/** The store with another way to do some of what it does. */
export const storeWith = (store: EventStore, change: Partial<EventStore>): EventStore => ({
  append: (...what) => store.append(...what),
  read: (stream) => store.read(stream),
  readAll: (query) => store.readAll(query),
  readFacts: (query) => store.readFacts(query),
  follow: (query, signal) => store.follow(query, signal),
  followFacts: (query, signal) => store.followFacts(query, signal),
  head: () => store.head(),
  close: () => store.close(),
  ...change,
});
