import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { Unavailable } from '@vestigo/kernel';
import { isConstraintViolation, isSqliteError } from './database';

export interface Writing<Job, Answer> {
  /** Called first in each transaction: what other processes wrote is visible from here on. */
  begin?(): void;
  /** Writes one job completely or, when it throws, not at all. */
  write(job: Job): Answer;
  /** Called when the transaction is durable and its callers are answered. */
  committed(): void;
}

interface Waiting<Job, Answer> {
  readonly job: Job;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/** More jobs than this wait for the next tick, so that reads and timers are served between two commits. */
const largestGroup = 512;

/**
 * Writes all jobs of one event-loop tick in one transaction, so that they share one sync of the disk. Nobody is
 * answered before COMMIT; a job that is turned down does its neighbours no harm.
 */
export class GroupCommit<Job, Answer> {
  readonly #begin: StatementSync;
  readonly #end: StatementSync;
  #waiting: Waiting<Job, Answer>[] = [];
  #tick: NodeJS.Immediate | undefined;

  constructor(
    private readonly db: DatabaseSync,
    private readonly writing: Writing<Job, Answer>,
  ) {
    this.#begin = db.prepare('BEGIN IMMEDIATE');
    this.#end = db.prepare('COMMIT');
  }

  submit(job: Job): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ job, resolve, reject });
      this.#schedule();
    });
  }

  /** Writes what is waiting now; for closing. */
  drain(): void {
    while (this.#waiting.length > 0) this.#commit(this.#next());
    clearImmediate(this.#tick);
  }

  #schedule(): void {
    this.#tick ??= setImmediate(() => {
      this.#tick = undefined;
      this.#commit(this.#next());
      if (this.#waiting.length > 0) this.#schedule();
    });
  }

  #next(): readonly Waiting<Job, Answer>[] {
    const group = this.#waiting.slice(0, largestGroup);
    this.#waiting = this.#waiting.slice(largestGroup);
    return group;
  }

  #commit(group: readonly Waiting<Job, Answer>[]): void {
    let verdicts: readonly (() => void)[];
    try {
      this.#begin.run();
      this.writing.begin?.();
      verdicts = group.map((waiting) => this.#write(waiting));
      this.#end.run();
    } catch (error) {
      this.#rollback();
      const unavailable = new Unavailable('the commit failed, nothing is known to be written', {
        cause: error,
      });
      for (const { reject } of group) reject(unavailable);
      return;
    }
    for (const answer of verdicts) answer();
    this.writing.committed();
  }

  #write({ job, resolve, reject }: Waiting<Job, Answer>): () => void {
    try {
      const answer = this.writing.write(job);
      return () => {
        resolve(answer);
      };
    } catch (error) {
      const harmless = this.db.isTransaction && (!isSqliteError(error) || isConstraintViolation(error));
      if (!harmless) throw error;
      return () => {
        reject(error);
      };
    }
  }

  #rollback(): void {
    try {
      if (this.db.isTransaction) this.db.exec('ROLLBACK');
    } catch {
      // The next BEGIN reports what is wrong; the callers of this group must be answered now.
    }
  }
}
