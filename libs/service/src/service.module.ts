import { type DynamicModule, Module } from '@nestjs/common';
import { LiveModule } from '@vestigo/live';
import { ActorController } from './actor.controller';
import { EVENT_STORE, HealthController, LOOPS } from './health.controller';
import type { ServiceParts } from './running-parts';
import { METRICS, MetricsController, MetricsPage } from './metrics.controller';

@Module({})
export class ServiceModule {
  /** The contexts of a service behind one HTTP API, with health and metrics beside them. */
  static of({ modules, loops, log, figures = [], live = [] }: Omit<ServiceParts, 'close'>): DynamicModule {
    return {
      module: ServiceModule,
      imports: [...modules, LiveModule.of({ store: log.store, loops, subjects: live })],
      controllers: [ActorController, HealthController, MetricsController],
      providers: [
        { provide: EVENT_STORE, useValue: log.store },
        { provide: LOOPS, useValue: loops },
        { provide: METRICS, useFactory: () => new MetricsPage(loops, figures) },
      ],
    };
  }
}
