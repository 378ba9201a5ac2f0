import { openAsBlob } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { InvalidSetting } from '@vestigo/service';
import { Command, Option } from 'nest-commander';
import { type Asking, AskedInVain, ExchangeApi } from './exchange-api';
import { OperatorCommand, print } from './operator-command';

interface ImportOptions extends Asking {
  readonly mode?: string;
  readonly key?: string;
}

const mediaTypes: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  ndjson: 'application/x-ndjson',
  jsonl: 'application/x-ndjson',
  json: 'application/json',
};

/** Milliseconds between two looks at how far an import is. */
const pause = 500;

@Command({
  name: 'import',
  arguments: '<file>',
  argsDescription: { file: 'CSV, NDJSON or a JSON array, known by its ending' },
  description: 'check a file of tracing requests and, if so said, send them; docs/import.md tells its form',
})
export class ImportCommand extends OperatorCommand {
  @Option({ flags: '--mode <mode>', description: 'dry-run, all-or-nothing or valid-only (default: dry-run)' })
  mode(mode: string): string {
    return mode;
  }

  @Option({ flags: '--key <key>', description: 'a repeat under the same key goes on with the same import' })
  key(key: string): string {
    return key;
  }

  @Option({ flags: '--url <address>', description: 'of the exchange (default: VESTIGO_URL, or here)' })
  url(address: string): string {
    return address;
  }

  @Option({ flags: '--token <token>', description: 'of an officer (default: VESTIGO_TOKEN)' })
  token(token: string): string {
    return token;
  }

  async run(
    [file = '']: readonly string[],
    { mode = 'dry-run', key, ...asking }: ImportOptions,
  ): Promise<void> {
    const type = mediaTypes[file.split('.').at(-1)?.toLowerCase() ?? ''];
    if (type === undefined) throw new InvalidSetting(`${file} must end in .csv, .ndjson, .jsonl or .json.`);
    const body = await openAsBlob(file, { type }).catch(() => {
      throw new InvalidSetting(`There is no file ${file} that can be read.`);
    });
    const { config, env } = this.surroundings;
    const api = new ExchangeApi(asking, config, env);
    const path = `/v1/imports?mode=${encodeURIComponent(mode)}`;
    const { id } = progressIn(await api.send(path, body, key));
    const end = await this.#ended(api, id);
    print(JSON.stringify(end, undefined, 2));
    if (end.faults > 0) process.exitCode = 1;
  }

  async #ended(api: ExchangeApi, id: string): Promise<Progress> {
    for (;;) {
      const progress = progressIn(await api.get(`/v1/imports/${id}`));
      if (progress.status !== 'checking' && progress.status !== 'sending') return progress;
      process.stderr.write(
        `${progress.status}: ${String(progress.requests)} requests read, ${String(progress.sent)} sent\n`,
      );
      await sleep(pause);
    }
  }
}

interface Progress {
  readonly id: string;
  readonly status: string;
  readonly requests: number;
  readonly faults: number;
  readonly sent: number;
}

function progressIn(answer: unknown): Progress {
  if (isProgress(answer)) return answer;
  throw new AskedInVain('What answers there knows no imports.');
}

function isProgress(answer: unknown): answer is Progress {
  return (
    typeof answer === 'object' && answer !== null && 'id' in answer && 'faults' in answer && 'sent' in answer
  );
}
