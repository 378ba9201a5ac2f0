import { fdatasyncSync, openSync, writeSync } from 'node:fs';

/** The least that keeps what it was given: lines at the end of a file, those of one turn of the event loop under one sync. */
export class SyncedFile {
  #waiting = [];

  constructor(name) {
    this.file = openSync(name, 'a');
  }

  append(line) {
    return new Promise((resolve) => {
      if (this.#waiting.length === 0) setImmediate(() => this.#sync());
      this.#waiting.push({ line, resolve });
    });
  }

  #sync() {
    const written = this.#waiting;
    this.#waiting = [];
    writeSync(this.file, written.map(({ line }) => `${line}\n`).join(''));
    fdatasyncSync(this.file);
    for (const { resolve } of written) resolve();
  }
}
