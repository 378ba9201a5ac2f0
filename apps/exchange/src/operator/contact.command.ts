import { InvalidSetting } from '@vestigo/service';
import { Command, Option, SubCommand } from 'nest-commander';
import { type Asking, ExchangeApi } from './exchange-api';
import { CommandGroup, OperatorCommand, print } from './operator-command';

interface ContactOptions extends Asking {
  readonly body: string;
  readonly email: string;
  readonly telephone?: string;
  readonly timeZone: string;
  readonly weekend?: readonly number[];
  readonly validFrom?: string;
  readonly validTo?: string;
}

@SubCommand({
  name: 'register',
  arguments: '<state>',
  argsDescription: { state: 'ISO 3166-1 alpha-3, such as JAM' },
  description: 'name the national point of contact of a State, or the one that follows it (ITI 25)',
})
export class RegisterContactCommand extends OperatorCommand {
  @Option({ flags: '--body <name>', description: 'the body that answers, never a person', required: true })
  body(name: string): string {
    return name;
  }

  @Option({ flags: '--email <address>', description: 'its address', required: true })
  email(address: string): string {
    return address;
  }

  @Option({ flags: '--telephone <number>', description: 'its telephone' })
  telephone(number: string): string {
    return number;
  }

  @Option({
    flags: '--time-zone <zone>',
    description: 'IANA time zone that its clocks run on',
    required: true,
  })
  timeZone(zone: string): string {
    return zone;
  }

  @Option({
    flags: '--weekend <days>',
    description: 'days off each week, 0 Sunday to 6 Saturday (default: 6,0)',
  })
  weekend(days: string): readonly number[] {
    if (/^([0-6](,[0-6])*)?$/.test(days)) return days === '' ? [] : days.split(',').map(Number);
    throw new InvalidSetting(`--weekend is ${JSON.stringify(days)}; it must be days such as 6,0.`);
  }

  @Option({
    flags: '--valid-from <instant>',
    description: 'RFC 3339, such as 2026-01-01T00:00:00Z (default: now)',
  })
  validFrom(instant: string): string {
    return instant;
  }

  @Option({ flags: '--valid-to <instant>', description: 'when it answers no more; needs --valid-from' })
  validTo(instant: string): string {
    return instant;
  }

  @Option({ flags: '--url <address>', description: 'of the exchange (default: VESTIGO_URL, or here)' })
  url(address: string): string {
    return address;
  }

  @Option({ flags: '--token <token>', description: 'whose act it is (default: VESTIGO_TOKEN)' })
  token(token: string): string {
    return token;
  }

  async run([state = '']: readonly string[], options: ContactOptions): Promise<void> {
    const { url, token, weekend = [6, 0], ...contact } = options;
    const { config, env } = this.surroundings;
    const api = new ExchangeApi(options, config, env);
    const path = `/v1/participants/${encodeURIComponent(state)}`;
    const answer =
      contact.validFrom === undefined && contact.validTo === undefined
        ? await api.put(`${path}/point-of-contact`, { ...contact, weekend })
        : await api.post(`${path}/points-of-contact`, { ...contact, weekend });
    print(JSON.stringify(answer, undefined, 2));
  }
}

@Command({
  name: 'contact',
  description: 'the directory of national points of contact',
  subCommands: [RegisterContactCommand],
})
export class ContactCommand extends CommandGroup {}
