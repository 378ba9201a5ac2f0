import type { TraceDetail } from '@vestigo/requesting';
import { InvalidSetting } from '@vestigo/service';
import { Command, Option, SubCommand } from 'nest-commander';
import { type Asking, AskedInVain, ExchangeApi } from './exchange-api';
import { CommandGroup, OperatorCommand, print } from './operator-command';
import { printable } from './printable';
import { traceReport } from './trace-report';

interface ShowOptions extends Asking {
  readonly item?: number;
  readonly json?: boolean;
}

@SubCommand({
  name: 'show',
  arguments: '<request>',
  argsDescription: { request: 'id of any request on the trail' },
  description: 'show from State to State where the arms of a request were asked about, and how long it took',
})
export class ShowTraceCommand extends OperatorCommand {
  @Option({ flags: '--item <number>', description: 'only the arm that is this item of the request' })
  item(number: string): number {
    if (/^[1-9]\d{0,2}$/.test(number)) return Number(number);
    throw new InvalidSetting(`--item is ${JSON.stringify(number)}; it must be the number of an item.`);
  }

  @Option({ flags: '--json', description: 'as the API gives it' })
  json(): boolean {
    return true;
  }

  @Option({ flags: '--url <address>', description: 'of the exchange (default: VESTIGO_URL, or here)' })
  url(address: string): string {
    return address;
  }

  @Option({ flags: '--token <token>', description: 'whose eyes look at it (default: VESTIGO_TOKEN)' })
  token(token: string): string {
    return token;
  }

  async run(
    [request = '']: readonly string[],
    { item, json = false, ...asking }: ShowOptions,
  ): Promise<void> {
    const { config, env } = this.surroundings;
    const query = item === undefined ? '' : `?item=${String(item)}`;
    const api = new ExchangeApi(asking, config, env);
    const trace = traceIn(await api.get(`/v1/traces/${encodeURIComponent(request)}${query}`));
    print(printable(json ? JSON.stringify(trace, undefined, 2).split('\n') : traceReport(trace)));
  }
}

function traceIn(answer: unknown): TraceDetail {
  if (isTrace(answer)) return answer;
  throw new AskedInVain('What answers there knows no traces.');
}

function isTrace(answer: unknown): answer is TraceDetail {
  return (
    typeof answer === 'object' && answer !== null && 'asOf' in answer && 'trails' in answer && 'id' in answer
  );
}

@Command({
  name: 'trace',
  description: 'the trails of arms from State to State',
  subCommands: [ShowTraceCommand],
})
export class TraceCommand extends CommandGroup {}
