export interface Stop {
  readonly stopping: AbortSignal;
  /** Resolves once a first signal has led to an orderly end; a second one ends the process at once. */
  readonly stopped: Promise<void>;
}

/** Ends what runs when the process is told to (SIGINT, SIGTERM). `note` tells that it begins to. */
export function stopOnSignal(running: { stop(): Promise<void> }, note: () => void = sayStopping): Stop {
  const told = new AbortController();
  const stopped = new Promise<void>((resolve, reject) => {
    const stop = () => {
      told.abort();
      note();
      process.once('SIGINT', () => process.exit(130));
      running.stop().then(resolve, reject);
    };
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
  });
  return { stopping: told.signal, stopped };
}

const sayStopping = () => void process.stderr.write('\nStopping.\n');
