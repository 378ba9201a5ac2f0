import { once } from 'node:events';
import { join } from 'node:path';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { Worker } from 'node:worker_threads';
import { orLater } from './database';

/** What the thread that empties is told. */
export type CheckpointOrder = 'empty' | 'stop';

/** How full the WAL is, as a part of what the writer lets it become, when another thread begins to empty it. */
const fullEnough = 0.75;

interface Frames {
  readonly log: number;
  readonly checkpointed: number;
}

/**
 * Has another thread empty the WAL into the file, shortly before the writer would have to, so that nobody who appends waits for that. What
 * is written meanwhile, a few pages, the writer empties itself as ever: only then does a WAL begin anew (sqlite.org/wal.html, 3.4).
 */
export class CheckpointsAside {
  readonly #most: number;
  readonly #frames: StatementSync;
  readonly #thread: Worker;
  #underway = false;

  /** `db` is the connection of the writer. */
  constructor(db: DatabaseSync, file: string) {
    const { wal_autocheckpoint: pages } = db.prepare('PRAGMA wal_autocheckpoint').get() as {
      readonly wal_autocheckpoint: number;
    };
    this.#most = fullEnough * pages;
    this.#frames = db.prepare('PRAGMA wal_checkpoint(NOOP)');
    this.#thread = new Worker(join(__dirname, 'checkpoints.worker.js'), { workerData: { file } });
    this.#thread.on('message', () => {
      this.#underway = false;
    });
    this.#thread.once('error', (error) => {
      throw error;
    });
    this.#thread.unref();
  }

  /** To be called after each commit: looks how full the WAL is, which takes about a microsecond. */
  committed(): void {
    if (this.#underway) return;
    const frames = orLater(() => this.#frames.get() as unknown as Frames);
    if (!frames || frames.log - frames.checkpointed < this.#most) return;
    this.#underway = true;
    this.#thread.postMessage('empty' satisfies CheckpointOrder);
  }

  async close(): Promise<void> {
    this.#thread.ref();
    const ended = once(this.#thread, 'exit');
    this.#thread.postMessage('stop' satisfies CheckpointOrder);
    await ended;
  }
}
