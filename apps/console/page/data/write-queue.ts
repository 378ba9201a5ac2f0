import type { Draft, Sent, Write } from './write';
import { type Watched, watched } from './watched';

/** Where writes outlive a reload. */
export interface WriteStore {
  /** In the order of their places. */
  all(person: string): Promise<readonly Write[]>;
  put(write: Write): Promise<void>;
  remove(id: string): Promise<void>;
}

export interface WriteQueueParts {
  readonly person: string;
  readonly store: WriteStore;
  send(write: Write): Promise<Sent>;
  newId(): string;
  /** Told of each write that was done. */
  done(write: Write): void;
  /** Lets one tab at a time send. */
  alone(work: () => Promise<void>): Promise<void>;
}

/** What whoever has written hears: at once when there is a link, and that it waits when there is none. */
export type Outcome = Exclude<Sent, { readonly kind: 'unreachable' }> | { readonly kind: 'queued'; readonly id: string };

export interface WriteQueue {
  readonly writes: Watched<readonly Write[]>;
  /** Keeps the write, then sends what is waiting. One that is refused while its writer waits is given back, and not kept. */
  submit(draft: Draft): Promise<Outcome>;
  /** Sends what is waiting, in order. To be called when the link may be back. */
  flush(): Promise<void>;
  /** Puts a new write in the place of one that was refused: it never took effect, so the new one has a key of its own. */
  mend(id: string, draft: Draft): Promise<Outcome>;
  discard(id: string): Promise<void>;
}

export async function openWriteQueue(parts: WriteQueueParts): Promise<WriteQueue> {
  const { person, store, newId } = parts;
  const interrupted = await store.all(person);
  const writes = watched<readonly Write[]>(interrupted.map(waiting));
  let lastPlace = Math.max(0, ...interrupted.map(({ place }) => place));
  const awaited = new Map<string, (outcome: Outcome) => void>();

  const keep = async (write: Write): Promise<void> => {
    await store.put(write);
    const others = writes.get().filter(({ id }) => id !== write.id);
    writes.set([...others, write].toSorted((one, other) => one.place - other.place));
  };
  const drop = async (id: string): Promise<void> => {
    await store.remove(id);
    writes.set(writes.get().filter((one) => one.id !== id));
  };

  /**
   * What its officer did next, on the same sight of the matter, goes with the version that this write led to: nobody came between. Kept before
   * the write is dropped, so that a page that is closed in between sends neither on what is past.
   */
  const goOnFrom = async ({ id, lane, ifMatch }: Write, answer: unknown): Promise<void> => {
    const reached = tagGiven(answer);
    if (ifMatch === undefined || reached === undefined) return;
    for (const next of writes.get()) {
      if (next.id === id || next.lane !== lane || next.ifMatch !== ifMatch) continue;
      await keep({ ...next, ifMatch: reached });
    }
  };

  const settle = async (write: Write, sent: Sent): Promise<void> => {
    const tell = awaited.get(write.id);
    awaited.delete(write.id);
    if (sent.kind === 'done') {
      await goOnFrom(write, sent.answer);
      await drop(write.id);
      parts.done(write);
      tell?.(sent);
    } else if (sent.kind === 'unreachable') {
      await keep(waiting(write));
      tell?.({ kind: 'queued', id: write.id });
    } else if (tell) {
      await drop(write.id);
      tell(sent);
    } else await keep({ ...write, state: sent });
  };

  /** The first that waits and has none of its lane before it. */
  const next = (): Write | undefined => {
    const taken = new Set<string>();
    for (const write of writes.get()) {
      if (write.state.kind === 'queued' && !taken.has(write.lane)) return write;
      taken.add(write.lane);
    }
    return undefined;
  };

  /** Until there is no answer: then nothing more can go out now. */
  const sendWaiting = async (): Promise<void> => {
    for (let write = next(); write; write = next()) {
      await keep({ ...write, state: { kind: 'sending' } });
      const sent = await parts.send(write);
      await settle(write, sent);
      if (sent.kind === 'unreachable') return;
    }
  };

  let last: Promise<unknown> = Promise.resolve();
  const flush = (): Promise<void> => {
    const sending = last.then(() => parts.alone(sendWaiting));
    last = sending.catch(() => undefined);
    return sending;
  };

  const take = async (draft: Draft, place: number): Promise<Outcome> => {
    const write: Write = { ...draft, id: newId(), person, place, state: { kind: 'queued' } };
    await keep(write);
    return new Promise((resolve, reject) => {
      awaited.set(write.id, resolve);
      flush().then(() => {
        awaited.delete(write.id);
        resolve({ kind: 'queued', id: write.id });
      }, reject);
    });
  };
  const submit = (draft: Draft) => take(draft, (lastPlace += 1));

  return {
    writes,
    submit,
    flush,
    async mend(id, draft) {
      const place = writes.get().find((one) => one.id === id)?.place;
      if (place === undefined) return submit(draft);
      await drop(id);
      return take(draft, place);
    },
    discard: drop,
  };
}

/** One that was being sent when the page was closed may have arrived: its key lets it be sent again. */
const waiting = (write: Write): Write =>
  write.state.kind === 'refused' ? write : { ...write, state: { kind: 'queued' } };

/** The version that an answer tells; not from its ETag, which a server in between may weaken. */
function tagGiven(answer: unknown): string | undefined {
  if (typeof answer !== 'object' || answer === null || !('version' in answer)) return undefined;
  return typeof answer.version === 'number' ? `"${answer.version}"` : undefined;
}
