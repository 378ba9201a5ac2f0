import { ServiceProcess } from './service-process';

export { processesEnd, root, temporaryFolder } from './service-process';

/** Milliseconds: it says its address after the demonstration is seeded, which takes a minute or two on a busy machine. */
const longestStart = 240_000;

/** The exchange in one process, as its user runs it. */
export class ExchangeProcess extends ServiceProcess {
  constructor(words: readonly string[], folder: string, env: Readonly<Record<string, string>> = {}) {
    super('exchange', words, folder, env);
  }

  /** An exchange that has said its address. */
  static async started(folder: string, ...words: readonly string[]): Promise<ExchangeProcess> {
    const exchange = new ExchangeProcess(['start', ...words], folder);
    await exchange.said('Ctrl-C stops it.', longestStart);
    return exchange;
  }
}
