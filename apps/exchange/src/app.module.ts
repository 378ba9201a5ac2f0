import { type DynamicModule, Module } from '@nestjs/common';
import type { Exchange } from './exchange';
import { EVENT_STORE, HealthController, LOOPS } from './health.controller';
import { METRICS, MetricsController, metricsOf } from './metrics.controller';

@Module({})
export class AppModule {
  /** Every context of an exchange behind one HTTP API, with health and metrics beside them. */
  static of({ modules, loops, log }: Exchange): DynamicModule {
    return {
      module: AppModule,
      imports: [...modules],
      controllers: [HealthController, MetricsController],
      providers: [
        { provide: EVENT_STORE, useValue: log.store },
        { provide: LOOPS, useValue: loops },
        { provide: METRICS, useFactory: () => metricsOf(loops) },
      ],
    };
  }
}
