import { type DynamicModule, Module } from '@nestjs/common';
import { LiveController } from './live.controller';
import { LiveFeed, type LiveSources } from './live-feed';

@Module({})
export class LiveModule {
  /** Tells readers of a service what changed there. */
  static of(sources: LiveSources): DynamicModule {
    return {
      module: LiveModule,
      controllers: [LiveController],
      providers: [{ provide: LiveFeed, useFactory: () => new LiveFeed(sources) }],
    };
  }
}
