import { type DynamicModule, Module } from '@nestjs/common';
import type { KnownPhotographs } from '@vestigo/http';
import type { Log, Loop } from '@vestigo/kernel';
import type { Inbound, Post } from '@vestigo/protocol';
import { openPhotographStore, type PhotographSettings } from './photograph-store';
import { PHOTOGRAPH_LOG, PHOTOGRAPH_STORE, PhotographsController } from './photographs.controller';
import { withPhotographs } from './photographs.inbound';
import { sendingLoop } from './sending';

export interface PhotographParts {
  readonly log: Log;
  readonly post: Post;
  readonly settings: PhotographSettings;
}

@Module({})
export class PhotographsModule {}

/** Photographs of a desk: its module, the loop that sends them, and what takes them in beside requests. */
export function photographs({ log, post, settings }: PhotographParts): {
  readonly module: DynamicModule;
  readonly loops: readonly Loop[];
  readonly inbound: (requests: Inbound) => Inbound;
  /** The photographs as a desk knows them. */
  readonly known: KnownPhotographs;
} {
  const store = openPhotographStore(settings);
  return {
    module: {
      module: PhotographsModule,
      controllers: [PhotographsController],
      providers: [
        { provide: PHOTOGRAPH_STORE, useValue: store },
        { provide: PHOTOGRAPH_LOG, useValue: log },
      ],
    },
    loops: [sendingLoop(log.store, store, post)],
    inbound: withPhotographs(store),
    known: store,
  };
}
