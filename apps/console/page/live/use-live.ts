import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { link } from '../data/link';
import { isTouched } from './changes';
import { LiveLink, type LinkState } from './live-link';
import { liveWays } from './open-live';
import { readAgain } from './read-again';

const everything = { again: true, requests: [], cases: [], oversight: [], imports: [] };

/** Keeps what the page shows up to date, as long as it is looked at and there is a link. */
export function useLive(): LinkState {
  const reading = useQueryClient();
  const [live] = useState(
    () =>
      new LiveLink({
        ...liveWays,
        changed: readAgain(reading),
        begun() {
          const begunAt = Date.now();
          void reading.invalidateQueries({
            predicate: ({ queryKey, state }) =>
              isTouched(queryKey, everything) && state.dataUpdatedAt > 0 && state.dataUpdatedAt < begunAt,
          });
        },
        random: Math.random,
        wait,
      }),
  );
  useEffect(() => whileLookedAt((signal) => void live.follow(signal)), [live]);
  return useSyncExternalStore(live.state.subscribe, live.state.get);
}

/** A hidden page asks nothing: connections are few in a browser, and the link may cost by the byte. */
function whileLookedAt(work: (signal: AbortSignal) => void): () => void {
  let working: AbortController | undefined;
  const look = () => {
    const wanted = document.visibilityState === 'visible' && link.get();
    if (wanted && !working) {
      working = new AbortController();
      work(working.signal);
    } else if (!wanted) {
      working?.abort();
      working = undefined;
    }
  };
  look();
  document.addEventListener('visibilitychange', look);
  const unsubscribe = link.subscribe(look);
  return () => {
    document.removeEventListener('visibilitychange', look);
    unsubscribe();
    working?.abort();
  };
}

function wait(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, signal.aborted ? 0 : ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
