import type { TopicsOrder } from '@vestigo/backing';
import { Command, Option } from 'nest-commander';
import type { MigrationOrder } from '../migration/migrate.command';
import { OperatorCommand, print } from './operator-command';

@Command({
  name: 'migrate',
  description: 'move the exchange in VESTIGO_DATA into the empty event store that EVENTSTORE_URL names',
})
export class MigrateCommand extends OperatorCommand {
  @Option({
    flags: '--back',
    description: 'the other way: the event store into VESTIGO_DATA, which is not there yet',
  })
  back(): boolean {
    return true;
  }

  @Option({
    flags: '--photographs <folder>',
    description:
      'folder that the services have their photographs in (their VESTIGO_PHOTOGRAPHS); with --back once for each service that has its own',
  })
  photographs(one: string, others: readonly string[] = []): readonly string[] {
    return [...others, one];
  }

  async run(
    _: readonly string[],
    { back = false, photographs = [] }: Partial<MigrationOrder>,
  ): Promise<void> {
    const { migrate } = await import('../migration/migrate.command.js');
    const { config, env } = this.surroundings;
    await migrate(config.data, env, { back, photographs });
  }
}

@Command({
  name: 'topics',
  description: 'make the topics of an exchange on Kafka, and let the principal of each State use its own',
})
export class TopicsCommand extends OperatorCommand {
  @Option({
    flags: '--states <codes>',
    description: 'ISO 3166-1 alpha-3, such as JAM,TTO,USA',
    required: true,
  })
  states(codes: string): string {
    return codes;
  }

  @Option({ flags: '--principal <code=principal>', description: 'such as JAM=User:jam; once for each State' })
  principal(one: string, others: readonly string[] = []): readonly string[] {
    return [...others, one];
  }

  @Option({ flags: '--oversight <principal>', description: 'principal of the oversight service' })
  oversight(principal: string): string {
    return principal;
  }

  @Option({ flags: '--copies <number>', description: 'brokers that hold each message' })
  copies(number: string): string {
    return number;
  }

  async run(_: readonly string[], order: TopicsOrder): Promise<void> {
    const { provideTopics } = await import('./engines.js');
    await provideTopics(order, this.surroundings.env, print);
  }
}
