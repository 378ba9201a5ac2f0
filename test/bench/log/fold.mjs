import { join } from 'node:path';
import { library } from './store.mjs';

/** Folds the facts of the first `count` events into the real view, as the exchange does after a new version of it. */
export async function foldFacts(dist, log, folder, count) {
  await fold(dist, log, folder, count, (store, query, signal) => store.followFacts(query, signal));
}

/** The same view from events that are read with their payload. */
export async function foldEvents(dist, log, folder, count) {
  await fold(dist, log, folder, count, async function* (store, query, signal) {
    for await (const { events, through } of store.follow(query, signal)) {
      yield { events: events.map(factOf), through };
    }
  });
}

/** By the loop of the exchange itself; to it the log ends with event `count`. */
async function fold(dist, log, folder, count, batches) {
  const { openSqliteEventStore, openSqliteReadStore } = library(dist, 'adapters/sqlite');
  const { requestClocks } = library(dist, 'oversight/feature');
  const { regimeProfiles } = library(dist, 'deadlines');
  const { keepProjectingFacts } = library(dist, 'kernel');
  const store = openSqliteEventStore({ file: log });
  const readStore = openSqliteReadStore({ file: join(folder, 'views.db') });
  const projection = requestClocks(regimeProfiles);
  const view = readStore.open(projection);
  const shortened = {
    head: async () => Math.min(count, await store.head()),
    async *followFacts(query, signal) {
      for await (const batch of batches(store, query, signal)) {
        yield batch;
        if (batch.through >= count) return;
      }
    },
  };
  await keepProjectingFacts(shortened, view, projection, new AbortController().signal);
  const folded = view.checkpoint();
  readStore.close();
  await store.close();
  if (folded < count) throw new Error(`${folded} of ${count} events were folded`);
}

function factOf({ stream, position, recordedAt, event: { type, occurredAt, clock } }) {
  return { ...clock, type, stream, position, occurredAt, recordedAt };
}
