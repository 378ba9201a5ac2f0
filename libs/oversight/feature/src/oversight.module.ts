import { type DynamicModule, Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import type { RegimeProfile } from '@vestigo/deadlines';
import { NOW } from '@vestigo/http';
import { factLoop, type Instant, type Log, type Loop, type ReadStore, type View } from '@vestigo/kernel';
import { deadlineWatch } from './deadline-watch.process';
import { ListDeadlinesHandler } from './deadlines.query';
import { OversightController } from './oversight.controller';
import { ListPairsHandler, PROFILES, REQUEST_CLOCKS } from './pairs.query';
import { requestClocks } from './request-clock.projection';

export interface OversightParts {
  readonly log: Log;
  readonly readStore: ReadStore;
  readonly profiles: readonly RegimeProfile[];
  readonly now: () => Instant;
}

@Module({})
export class OversightModule {}

/** What coordinators see: clocks and codes of every pair, never content. */
export function oversight({ log, readStore, profiles, now }: OversightParts): {
  readonly module: DynamicModule;
  readonly loops: readonly Loop[];
  readonly clocks: View;
} {
  const projection = requestClocks(profiles);
  const clocks = readStore.open(projection);
  return {
    module: {
      module: OversightModule,
      imports: [CqrsModule],
      controllers: [OversightController],
      providers: [
        { provide: REQUEST_CLOCKS, useValue: clocks },
        { provide: PROFILES, useValue: profiles },
        { provide: NOW, useValue: now },
        ListPairsHandler,
        ListDeadlinesHandler,
      ],
    },
    loops: [factLoop(log.store, clocks, projection), deadlineWatch({ log, clocks, profiles, now })],
    clocks,
  };
}
