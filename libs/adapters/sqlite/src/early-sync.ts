import { type FileHandle, open } from 'node:fs/promises';

/** Milliseconds within which the disk is asked to take what was committed. */
const soon = 50;

/**
 * Has the disk take a WAL in small parts. Where commits are not synced, all of it would go there at the next checkpoint, tens of megabytes at
 * once, and whoever syncs another file of that disk would wait for them. What must be on the disk is for SQLite to sync, as ever.
 */
export class EarlySync {
  #wal: FileHandle | undefined;
  #timer: NodeJS.Timeout | undefined;
  #syncing: Promise<void> | undefined;

  /** `file` is the database, not its WAL. SQLite holds no lock on a WAL that closing it here could end. */
  constructor(private readonly file: string) {}

  /** To be called after each commit. */
  committed(): void {
    if (this.#timer || this.#syncing) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#syncing = this.#sync();
    }, soon).unref();
  }

  async close(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#syncing;
    // As in #sync.
    await this.#wal?.close().catch(() => undefined);
  }

  async #sync(): Promise<void> {
    try {
      this.#wal ??= await open(`${this.file}-wal`, 'r+');
      await this.#wal.datasync();
    } catch {
      // A disk that fails fails SQLite too, which reports it.
    }
    this.#syncing = undefined;
  }
}
