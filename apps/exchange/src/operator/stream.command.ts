import { InvalidSetting } from '@vestigo/service';
import { Command, Option, SubCommand } from 'nest-commander';
import { type Asking, ExchangeApi } from './exchange-api';
import { CommandGroup, OperatorCommand, print } from './operator-command';
import { printable } from './printable';

interface ShowOptions extends Asking {
  readonly withContent?: boolean;
}

/** Where the API shows the matter that a stream keeps. */
const matters = [
  { category: 'tracingRequest', path: '/v1/requests' },
  { category: 'traceCase', path: '/v1/cases' },
] as const;

/** Of a matter that is named by its id alone. */
const categories = [...matters.map(({ category }) => category), 'trail', 'deadlineLedger', 'reportedClock'];

@SubCommand({
  name: 'show',
  arguments: '<stream>',
  argsDescription: { stream: 'name of a stream, such as participant-JAM, or id of a request' },
  description: 'show the events of a stream as they are stored and as they are read, without what they say',
})
export class ShowStreamCommand extends OperatorCommand {
  @Option({
    flags: '--with-content',
    description: 'with what the exchange shows of the matter to the bearer of the token',
  })
  withContent(): boolean {
    return true;
  }

  @Option({ flags: '--url <address>', description: 'of the exchange (default: VESTIGO_URL, or here)' })
  url(address: string): string {
    return address;
  }

  @Option({ flags: '--token <token>', description: 'whose eyes may see content (default: VESTIGO_TOKEN)' })
  token(token: string): string {
    return token;
  }

  async run([name = '']: readonly string[], options: ShowOptions): Promise<void> {
    const streams = await this.#streamsOf(name);
    if (streams.length === 0) throw new InvalidSetting(`The log holds no stream ${JSON.stringify(name)}.`);
    const shown = options.withContent ? await this.#withContent(streams, options) : streams;
    print(printable(JSON.stringify(shown, undefined, 2).split('\n')));
  }

  /** From the log itself, raw; whoever works on it may go on. */
  async #streamsOf(name: string) {
    const { logConfig, openExistingLog } = await import('./engines.js');
    const { streamReport } = await import('./stream-report.js');
    const { FORMS } = await import('../forms.js');
    const { config, env } = this.surroundings;
    const log = openExistingLog({ ...logConfig('exchange', env), data: config.data }, []);
    try {
      const names = [name, ...categories.map((category) => `${category}-${name}`)];
      const read = await Promise.all(
        names.map(async (stream) => ({ stream, events: streamReport(await log.store.read(stream), FORMS) })),
      );
      return read.filter(({ events }) => events.length > 0);
    } finally {
      await log.store.close();
    }
  }

  /** Content is told by the API alone: there every rule on who may see what holds. */
  #withContent(streams: readonly { readonly stream: string }[], options: ShowOptions) {
    const { config, env } = this.surroundings;
    const api = new ExchangeApi(options, config, env);
    return Promise.all(
      streams.map(async (one) => {
        const matter = matters.find(({ category }) => one.stream.startsWith(`${category}-`));
        if (!matter) return one;
        const id = one.stream.slice(matter.category.length + 1);
        return { ...one, shown: await api.get(`${matter.path}/${encodeURIComponent(id)}`) };
      }),
    );
  }
}

@Command({
  name: 'stream',
  description: 'the streams of the log',
  subCommands: [ShowStreamCommand],
})
export class StreamCommand extends CommandGroup {}
