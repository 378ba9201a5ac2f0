import { type DynamicModule, Module } from '@nestjs/common';
import type { Environment } from '@vestigo/service';
import type { Config } from '../config';
import { BackupCommand, RestoreCommand, VerifyCommand } from './backup.command';
import { ContactCommand, RegisterContactCommand } from './contact.command';
import { ExportCommand } from './export.command';
import { ImportCommand } from './import.command';
import { MigrateCommand, TopicsCommand } from './move.command';
import { SURROUNDINGS } from './operator-command';
import { RefusedCommand, RerunCommand } from './refused.command';
import { ShowStreamCommand, StreamCommand } from './stream.command';
import { ShowTraceCommand, TraceCommand } from './trace.command';

@Module({})
export class OperatorModule {}

/** Every command of an operator. What a command works with is loaded when it runs. */
export function operatorModule(config: Config, env: Environment): DynamicModule {
  return {
    module: OperatorModule,
    providers: [
      { provide: SURROUNDINGS, useValue: { config, env } },
      ...[BackupCommand, VerifyCommand, RestoreCommand, MigrateCommand],
      ...[RefusedCommand, RerunCommand, TopicsCommand],
      ...[ContactCommand, RegisterContactCommand, StreamCommand, ShowStreamCommand],
      ...[TraceCommand, ShowTraceCommand, ImportCommand, ExportCommand],
    ],
  };
}
