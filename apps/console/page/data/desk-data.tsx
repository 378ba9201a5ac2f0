import { PersistQueryClientProvider } from '@tanstack/react-query-persist-client';
import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from 'react';
import { personOf } from '../sign-in/actor';
import { session } from '../sign-in/session';
import { leaveProvider } from '../sign-in/leave-provider';
import { useActor } from '../sign-in/use-session';
import { link } from './link';
import { newId } from './new-id';
import { build, cacheOf, createReading, LONGEST_KEPT } from './reading';
import { send } from './send';
import type { Write } from './write';
import { openWriteQueue, type WriteQueue } from './write-queue';
import { writeStore } from './write-store';

interface DeskData {
  readonly queue: WriteQueue;
  /** Ends the session, and with it all that this device keeps for whoever was signed in. */
  signOut(): Promise<void>;
}

const Context = createContext<DeskData | undefined>(undefined);

/** What the signed-in person reads and writes. To be given a `key` per person: nothing passes from one to the next. */
export function DeskDataProvider({ children }: { readonly children: ReactNode }) {
  const person = personOf(useActor());
  const [reading] = useState(createReading);
  const [cache] = useState(() => cacheOf(person));
  const [queue, setQueue] = useState<WriteQueue>();

  useEffect(() => {
    let ended = false;
    const alone = async (work: () => Promise<void>) => {
      await navigator.locks.request(`vestigo ${person}`, () => work());
    };
    const done = ({ changes }: Write) => {
      for (const queryKey of changes) void reading.invalidateQueries({ queryKey });
    };
    void openWriteQueue({ person, store: writeStore, send, newId, done, alone }).then((opened) => {
      if (!ended) setQueue(opened);
    });
    return () => {
      ended = true;
    };
  }, [person, reading]);

  useEffect(() => (queue ? keepSending(queue) : undefined), [queue]);

  const signOut = async () => {
    for (const { id } of queue?.writes.get() ?? []) await queue?.discard(id);
    const idToken = session.signOut();
    reading.clear();
    await cache.wipe();
    if (idToken !== undefined) await leaveProvider(idToken);
  };
  if (!queue) return null;
  return (
    <PersistQueryClientProvider client={reading} persistOptions={{ persister: cache.persister, maxAge: LONGEST_KEPT, buster: build }}>
      <Context.Provider value={{ queue, signOut }}>{children}</Context.Provider>
    </PersistQueryClientProvider>
  );
}

/** Milliseconds between attempts while something waits: the machine may believe in a link that leads nowhere. */
const attempts = 10_000;

function keepSending(queue: WriteQueue): () => void {
  const flush = () => {
    if (queue.writes.get().length > 0) void queue.flush();
  };
  flush();
  const timer = setInterval(flush, attempts);
  const unsubscribe = link.subscribe(flush);
  return () => {
    clearInterval(timer);
    unsubscribe();
  };
}

function useDeskData(): DeskData {
  const data = useContext(Context);
  if (!data) throw new Error('This screen is outside of the desk.');
  return data;
}

/** The queue of writes: `submit` what an officer does. */
export const useWriteQueue = (): WriteQueue => useDeskData().queue;

export const useSignOut = (): DeskData['signOut'] => useDeskData().signOut;

/** What waits or was refused; of one lane when it is named. */
export function useWrites(lane?: string): readonly Write[] {
  const { writes } = useWriteQueue();
  const all = useSyncExternalStore(writes.subscribe, writes.get);
  return lane === undefined ? all : all.filter((write) => write.lane === lane);
}
