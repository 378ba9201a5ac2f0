import type { MessagePort } from 'node:worker_threads';
import { type Appended, Unavailable, VersionConflict } from '@vestigo/kernel';
import type { Append } from './event-table';
import { Slots } from './slots';

/** Takes appends and answers each once it is durable. */
export interface Writer {
  submit(append: Append): Promise<Appended>;
}

/** An append on its way to the thread that writes; `slot` tells its answer from others. */
interface Asked {
  readonly slot: number;
  readonly append: Append;
}

type Verdict =
  | { readonly appended: Appended }
  | { readonly conflict: Pick<VersionConflict, 'stream' | 'expected' | 'actual'> }
  | { readonly unavailable: string }
  | { readonly failed: string };

interface Answered {
  readonly slot: number;
  readonly verdict: Verdict;
}

/** Milliseconds within which those who asked for nothing hear once of all that was written. */
const bellMs = 4;

/** Lets other threads append through one writer, so that all threads share its commits and nobody waits for a lock. */
export class WriterOnLoan {
  /** By borrower the answers that are ready to go. */
  readonly #answers = new Map<MessagePort, Answered[]>();
  /** Who has not heard yet that the log has grown. */
  readonly #unaware = new Set<MessagePort>();
  #sending: NodeJS.Immediate | undefined;
  #telling: NodeJS.Timeout | undefined;

  constructor(private readonly writer: Writer) {}

  /** Writes for a `BorrowedWriter` at the other end. */
  serve(port: MessagePort): void {
    port.on('message', (asked: readonly Asked[]) => {
      for (const one of asked) void this.#write(one).then((answer) => this.#answer(port, answer));
    });
    port.once('close', () => {
      this.#answers.delete(port);
      this.#unaware.delete(port);
    });
    port.unref();
    this.#answers.set(port, []);
  }

  /** Tells every borrower that the log has grown: those who asked for it by their answers, the others soon. */
  ring(): void {
    for (const port of this.#answers.keys()) this.#unaware.add(port);
    this.#telling ??= setTimeout(() => {
      this.#telling = undefined;
      for (const port of this.#unaware) this.#post(port, []);
    }, bellMs);
  }

  close(): void {
    clearTimeout(this.#telling);
    this.#send();
    for (const port of this.#answers.keys()) port.close();
  }

  #answer(port: MessagePort, answer: Answered): void {
    this.#answers.get(port)?.push(answer);
    this.#sending ??= setImmediate(() => {
      this.#send();
    });
  }

  #send(): void {
    clearImmediate(this.#sending);
    this.#sending = undefined;
    for (const [port, answers] of this.#answers) {
      if (answers.length > 0) this.#post(port, answers.splice(0));
    }
  }

  #post(port: MessagePort, answers: readonly Answered[]): void {
    this.#unaware.delete(port);
    port.postMessage(answers);
  }

  async #write({ slot, append }: Asked): Promise<Answered> {
    try {
      return { slot, verdict: { appended: await this.writer.submit(append) } };
    } catch (error) {
      return { slot, verdict: verdictOf(error) };
    }
  }
}

/** Appends through the writer of another thread; what one turn of the event loop asks for travels together. */
export class BorrowedWriter implements Writer {
  readonly #waiting = new Slots<{ resolve(appended: Appended): void; reject(error: unknown): void }>();
  #asked: Asked[] = [];
  #closed = false;

  /** `onGrowth` is called whenever the writer has committed something. */
  constructor(
    private readonly port: MessagePort,
    onGrowth: () => void,
  ) {
    port.on('message', (answers: readonly Answered[]) => {
      for (const answer of answers) this.#answer(answer);
      onGrowth();
    });
    port.once('close', () => {
      this.#closed = true;
      for (const { reject } of this.#waiting.takeAll()) reject(new Unavailable('the log is closed'));
    });
    port.unref();
  }

  submit(append: Append): Promise<Appended> {
    return new Promise((resolve, reject) => {
      if (this.#closed) throw new Unavailable('the log is closed');
      if (this.#asked.length === 0) setImmediate(() => this.#send());
      this.#asked.push({ slot: this.#waiting.put({ resolve, reject }), append });
    });
  }

  close(): void {
    this.port.close();
  }

  #send(): void {
    this.port.postMessage(this.#asked);
    this.#asked = [];
  }

  #answer({ slot, verdict }: Answered): void {
    const waiting = this.#waiting.take(slot);
    if ('appended' in verdict) waiting?.resolve(verdict.appended);
    else waiting?.reject(errorOf(verdict));
  }
}

/** Errors lose their class between threads. */
function verdictOf(error: unknown): Verdict {
  if (error instanceof VersionConflict) {
    const { stream, expected, actual } = error;
    return { conflict: { stream, expected, actual } };
  }
  const message = error instanceof Error ? error.message : String(error);
  return error instanceof Unavailable ? { unavailable: message } : { failed: message };
}

function errorOf(verdict: Exclude<Verdict, { readonly appended: Appended }>): Error {
  if ('conflict' in verdict) {
    const { stream, expected, actual } = verdict.conflict;
    return new VersionConflict(stream, expected, actual);
  }
  return 'unavailable' in verdict ? new Unavailable(verdict.unavailable) : new Error(verdict.failed);
}
