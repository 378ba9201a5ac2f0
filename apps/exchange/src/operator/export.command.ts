import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { InvalidSetting } from '@vestigo/service';
import { Command, Option } from 'nest-commander';
import { type Asking, ExchangeApi } from './exchange-api';
import { OperatorCommand } from './operator-command';

interface ExportOptions extends Asking {
  readonly format?: string;
  readonly status?: string;
  readonly bom?: boolean;
  readonly to?: string;
}

const kinds: readonly string[] = ['requests', 'cases'];

@Command({
  name: 'export',
  arguments: '<what>',
  argsDescription: { what: 'requests or cases' },
  description:
    'write all requests or cases of your State, with their content, to a file or to standard output',
})
export class ExportCommand extends OperatorCommand {
  @Option({ flags: '--format <format>', description: 'csv or json (default: csv)' })
  format(format: string): string {
    return format;
  }

  @Option({ flags: '--status <status>', description: 'only those of this status' })
  status(status: string): string {
    return status;
  }

  @Option({ flags: '--bom', description: 'a byte order mark before the CSV, for spreadsheets that need it' })
  bom(): boolean {
    return true;
  }

  @Option({ flags: '--to <file>', description: 'file to write; it appears when it is whole' })
  to(file: string): string {
    return file;
  }

  @Option({ flags: '--url <address>', description: 'of the exchange (default: VESTIGO_URL, or here)' })
  url(address: string): string {
    return address;
  }

  @Option({ flags: '--token <token>', description: 'of an officer (default: VESTIGO_TOKEN)' })
  token(token: string): string {
    return token;
  }

  async run([what = '']: readonly string[], options: ExportOptions): Promise<void> {
    const { format = 'csv', status, bom = false, to, ...asking } = options;
    if (!kinds.includes(what)) throw new InvalidSetting(`${what} is neither requests nor cases.`);
    const query = new URLSearchParams({ format, bom: String(bom), ...(status !== undefined && { status }) });
    const { config, env } = this.surroundings;
    const bytes = await new ExchangeApi(asking, config, env).download(
      `/v1/${what}/export?${query.toString()}`,
    );
    if (to === undefined) {
      await pipeline(bytes, process.stdout, { end: false });
      return;
    }
    const draft = `${to}.part`;
    try {
      await pipeline(bytes, createWriteStream(draft, { flags: 'wx', mode: 0o600 }));
      await rename(draft, to);
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
  }
}
