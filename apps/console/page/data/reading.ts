import { QueryClient } from '@tanstack/react-query';
import type { PersistedClient, Persister } from '@tanstack/react-query-persist-client';
import { Refused } from '../api/problem';
import { database } from './database';
import { takenOver } from './kept-client';

const hour = 3_600_000;

/** Longest that what was read is shown without a link, in milliseconds; then it is gone from the device. */
export const LONGEST_KEPT = 72 * hour;

/** Reads what screens ask for; what was read before is shown at once and read again behind it. */
export const createReading = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'offlineFirst',
        staleTime: 15_000,
        gcTime: LONGEST_KEPT,
        retry: (failures, error) => !(error instanceof Refused) && failures < 4,
        retryDelay: (failures) => Math.min(1000 * 2 ** failures, 15_000),
        refetchOnWindowFocus: true,
      },
    },
  });

/** Milliseconds: many answers that come at once are written once. */
const gatherMs = 1000;

/** The build of the page, by the name of its entry: another one may read answers of another form. */
export const build = document.querySelector<HTMLScriptElement>('script[type="module"]')?.src ?? '';

export interface Cache {
  readonly persister: Persister;
  /** Removes what is kept; from then on nothing is kept. */
  wipe(): Promise<void>;
}

/** Keeps what one person has read on this device, so that the page opens without a link. */
export function cacheOf(person: string): Cache {
  let latest: PersistedClient | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wiped = false;
  const write = async () => {
    timer = undefined;
    if (latest && !wiped) await (await database()).put('cache', latest, person);
  };
  /** A page that is left has no second to gather in. */
  const writeNow = () => {
    if (timer === undefined) return;
    clearTimeout(timer);
    void write();
  };
  addEventListener('pagehide', writeNow);
  const removeClient = async () => {
    clearTimeout(timer);
    timer = undefined;
    await (await database()).delete('cache', person);
  };
  return {
    persister: {
      persistClient(client) {
        latest = client;
        timer ??= setTimeout(() => void write(), gatherMs);
      },
      async restoreClient() {
        const kept = await (await database()).get('cache', person);
        return kept && takenOver(kept, build);
      },
      removeClient,
    },
    async wipe() {
      wiped = true;
      removeEventListener('pagehide', writeNow);
      await removeClient();
    },
  };
}
