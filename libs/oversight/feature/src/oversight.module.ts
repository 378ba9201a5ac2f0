import { type DynamicModule, Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import type { RegimeProfile } from '@vestigo/deadlines';
import { factLoop, type Instant, type Log, type Loop, type ReadStore, type View } from '@vestigo/kernel';
import type { LiveSubject } from '@vestigo/live';
import type { Post } from '@vestigo/protocol';
import { latestKnown } from './as-of';
import { ListCountedRequestsHandler } from './counted-requests.query';
import { deadlineWatch, pendingDue } from './deadline-watch.process';
import { ListDeadlinesHandler } from './deadlines.query';
import { FiguresController } from './figures.controller';
import { OversightController } from './oversight.controller';
import { liveClocks } from './live-clocks';
import { LATEST, ListPairsHandler, PROFILES, REQUEST_CLOCKS } from './pairs.query';
import { REPORTED, reportedWatch } from './reported-watch.process';
import { requestClocks } from './request-clock.projection';
import { GetWaitsHandler } from './waits.query';
import { GetYearsHandler, ListPairsByYearHandler } from './years.query';

export interface OversightParts {
  readonly log: Log;
  readonly readStore: ReadStore;
  readonly profiles: readonly RegimeProfile[];
  readonly now: () => Instant;
  /** How desks that keep logs of their own reach oversight; absent where all share one log. */
  readonly post?: Pick<Post, 'transport' | 'leadership'>;
}

/** Something to be read whenever somebody measures the service. */
interface Figure {
  readonly name: string;
  readonly help: string;
  readonly value: () => number;
}

@Module({})
export class OversightModule {}

/** What coordinators see: clocks and codes of every pair, never content. */
export function oversight({ log, readStore, profiles, now, post }: OversightParts): {
  readonly module: DynamicModule;
  readonly loops: readonly Loop[];
  readonly clocks: View;
  readonly figures: readonly Figure[];
  readonly live: readonly LiveSubject[];
} {
  const projection = requestClocks(profiles, post && REPORTED);
  const clocks = readStore.open(projection);
  const watch = { log, clocks, profiles, now };
  return {
    module: {
      module: OversightModule,
      imports: [CqrsModule],
      controllers: [OversightController, FiguresController],
      providers: [
        { provide: REQUEST_CLOCKS, useValue: clocks },
        { provide: PROFILES, useValue: profiles },
        { provide: LATEST, useValue: () => latestKnown(clocks, now()) },
        ListPairsHandler,
        ListDeadlinesHandler,
        ListCountedRequestsHandler,
        GetYearsHandler,
        ListPairsByYearHandler,
        GetWaitsHandler,
      ],
    },
    loops: [
      factLoop(log.store, clocks, projection),
      post ? reportedWatch(watch, post) : deadlineWatch(watch),
    ],
    clocks,
    live: [liveClocks(post && REPORTED)],
    figures: [
      {
        name: 'vestigo_due_instants_pending',
        help: 'Clocks that may have run out without this being recorded yet',
        value: () => pendingDue(watch),
      },
    ],
  };
}
