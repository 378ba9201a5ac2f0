import type { DatabaseSync } from 'node:sqlite';
import { type Message, type Transport, Unavailable } from '@vestigo/kernel';
import { ChannelTable, mostMessages } from './channel-table';
import { openDatabase, whileAvailable } from './database';
import { GroupCommit } from './group-commit';
import { promised } from './promised';
import { gather, type Pace, pass, Wakeup } from './wakeup';

export interface SqliteTransportOptions extends Pace {
  readonly file: string;
  /** Told of each batch that a receiver failed on; the same batch comes again after a pause. */
  readonly onFailure?: (failure: ReceiverFailure) => void;
}

export interface ReceiverFailure {
  readonly channel: string;
  readonly group: string;
  readonly error: unknown;
  /** Milliseconds until the next attempt. */
  readonly pause: number;
}

interface Publication {
  readonly channel: string;
  readonly messages: readonly Message[];
}

const pollMs = 200;
const firstPauseMs = 20;
const longestPauseMs = 5000;

/**
 * Channels in one SQLite file, for services in one process. A group is known from its first `consume` on, one consumer a
 * group. What every known group has taken is deleted, so a group that comes later starts with what is left; as long as a
 * channel has no group, everything is kept.
 */
export function openSqliteTransport({ file, onFailure, ...pace }: SqliteTransportOptions): Transport {
  return new SqliteTransport(openDatabase(file, 'FULL'), openDatabase(file, 'NORMAL'), pace, onFailure);
}

class SqliteTransport implements Transport {
  readonly #db: DatabaseSync;
  readonly #offsets: DatabaseSync;
  readonly #gatherMs: number;
  readonly #pause: Pace['pause'];
  readonly #onFailure: SqliteTransportOptions['onFailure'];
  readonly #published: ChannelTable;
  /** Offsets go through a connection that does not wait for the disk: one that is lost means a batch comes twice. */
  readonly #taken: ChannelTable;
  readonly #commits: GroupCommit<Publication, void>;
  readonly #wakeup = new Wakeup(pollMs);

  constructor(
    db: DatabaseSync,
    offsets: DatabaseSync,
    { gatherMs = 0, pause }: Pace,
    onFailure: SqliteTransportOptions['onFailure'],
  ) {
    const published = new ChannelTable(db);
    this.#db = db;
    this.#offsets = offsets;
    this.#gatherMs = gatherMs;
    this.#pause = pause;
    this.#onFailure = onFailure;
    this.#published = published;
    this.#taken = new ChannelTable(offsets);
    this.#commits = new GroupCommit(db, {
      write: ({ channel, messages }) => {
        published.publish(channel, messages);
      },
      committed: () => {
        this.#wakeup.ring();
      },
    });
  }

  publish(channel: string, messages: readonly Message[]): Promise<void> {
    return promised(() => {
      if (!this.#db.isOpen) throw new Unavailable('the transport is closed');
      return this.#commits.submit({ channel, messages });
    });
  }

  async consume(
    channels: readonly string[],
    group: string,
    receive: (batch: readonly Message[]) => Promise<void>,
    signal: AbortSignal,
  ): Promise<void> {
    await Promise.all(channels.map((channel) => this.#consume(channel, group, receive, signal)));
  }

  async #consume(
    channel: string,
    group: string,
    receive: (batch: readonly Message[]) => Promise<void>,
    signal: AbortSignal,
  ): Promise<void> {
    this.#available(() => {
      this.#taken.join(channel, group);
    });
    let pause = firstPauseMs;
    while (!signal.aborted) {
      const { messages, through } = this.#available(() => this.#published.next(channel, group));
      if (messages.length === 0) {
        await this.#wakeup.wait(signal);
        await gather(this.#gatherMs);
        continue;
      }
      try {
        await receive(messages);
      } catch (error) {
        this.#onFailure?.({ channel, group, error, pause });
        await pass(pause, signal);
        pause = Math.min(pause * 2, longestPauseMs);
        continue;
      }
      pause = firstPauseMs;
      this.#available(() => {
        this.#taken.take(channel, group, through);
      });
      await gather(messages.length < mostMessages ? this.#gatherMs : 0);
    }
  }

  backlog(channels: readonly string[], group: string): Promise<number> {
    return promised(() =>
      this.#available(() =>
        channels.reduce((sum, channel) => sum + this.#published.backlog(channel, group), 0),
      ),
    );
  }

  close(): Promise<void> {
    return promised(() => {
      if (!this.#db.isOpen) return;
      this.#commits.drain();
      this.#offsets.close();
      this.#db.close();
      this.#wakeup.ring();
    });
  }

  #available<Result>(work: () => Result): Result {
    this.#pause?.();
    return whileAvailable(this.#db, 'the transport', work);
  }
}
