export interface Stop {
  readonly stopping: AbortSignal;
  /** Resolves once a first signal has led to an orderly end; a second one ends the process at once. */
  readonly stopped: Promise<void>;
}

export interface StopTimes {
  /** Milliseconds that an orderly end may take; whoever tells us to end seldom waits for more than 30 s before it kills. */
  readonly longestMs: number;
  /** Milliseconds after an orderly end in which what is left over, such as a connection to a silent server, may end by itself. */
  readonly leftOverMs: number;
}

const usual: StopTimes = { longestMs: 25_000, leftOverMs: 500 };

/**
 * Ends what runs, and with it the process, when it is told to (SIGINT, SIGTERM). `note` tells that it begins to, and when it was not
 * done in time: what was under way is then broken off, as by a kill.
 */
export function stopOnSignal(
  running: { stop(): Promise<void> },
  note: (sentence: string) => void = sayInTerminal,
  { longestMs, leftOverMs }: StopTimes = usual,
): Stop {
  const told = new AbortController();
  const stopped = new Promise<void>((resolve, reject) => {
    const stop = () => {
      told.abort();
      note('Stopping.');
      process.once('SIGINT', () => process.exit(130));
      const late = setTimeout(() => {
        note('Not all that was under way has ended in time; it is broken off.');
        process.exit(1);
      }, longestMs);
      const end = () => {
        clearTimeout(late);
        setTimeout(() => process.exit(), leftOverMs).unref();
      };
      running.stop().finally(end).then(resolve, reject);
    };
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
  });
  return { stopping: told.signal, stopped };
}

const sayInTerminal = (sentence: string) => void process.stderr.write(`\n${sentence}\n`);
