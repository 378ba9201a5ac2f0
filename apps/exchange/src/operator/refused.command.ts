import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { RefusedMessages } from '@vestigo/backing';
import { InvalidSetting } from '@vestigo/service';
import { Command, Option } from 'nest-commander';
import { LOG } from './manifest';
import { OperatorCommand, print, type Surroundings } from './operator-command';

@Command({ name: 'refused', description: 'list the messages that the desks of the exchange refused' })
export class RefusedCommand extends OperatorCommand {
  @Option({ flags: '--body', description: 'with the message itself, which may be protected' })
  body(): boolean {
    return true;
  }

  async run(_: readonly string[], { body = false }: { readonly body?: boolean }): Promise<void> {
    const { showRefused } = await import('./engines.js');
    await onMessages(this.surroundings, (messages) => showRefused(messages, { body }));
  }
}

@Command({
  name: 'rerun',
  arguments: '[id]',
  argsDescription: { id: 'id of a refused message' },
  description: 'hand a refused message to its desk once more; exit code 1 when it is refused again',
})
export class RerunCommand extends OperatorCommand {
  @Option({ flags: '--all', description: 'all that were not followed yet, in the order in which they came' })
  all(): boolean {
    return true;
  }

  async run(ids: readonly string[], { all = false }: { readonly all?: boolean }): Promise<void> {
    const { rerunRefused } = await import('./engines.js');
    const followed = await onMessages(this.surroundings, (messages) => rerunRefused(messages, { ids, all }));
    if (!followed) process.exitCode = 1;
  }
}

/** The exchange may be running. */
async function onMessages<Result>(
  { config: { data } }: Surroundings,
  work: (messages: RefusedMessages) => Promise<Result>,
): Promise<Result> {
  if (!existsSync(join(data, LOG))) {
    throw new InvalidSetting(`${data} holds no log of an exchange. Name its data folder in VESTIGO_DATA.`);
  }
  const { inboundsOn, openLog } = await import('../exchange.js');
  const log = openLog(data);
  const inbounds = inboundsOn(log, Date.now);
  return work({ log, inbounds, now: Date.now, print }).finally(() => log.store.close());
}
