import { type DynamicModule, Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { NEW_ID, NOW } from '@vestigo/http';
import {
  consumerLoop,
  type Instant,
  type Log,
  type Loop,
  projectionLoop,
  publisherLoop,
  type ReadStore,
} from '@vestigo/kernel';
import { letterBoxes, type Post, takeIn } from '@vestigo/protocol';
import { DraftsController } from './drafts.controller';
import { KNOWN_DIRECTORY, type KnownDirectory } from './known-directory';
import { requestList } from './request-list.projection';
import { GetRequestHandler, ListRequestsHandler, REQUEST_LIST } from './request.query';
import { REQUESTING_LOG, RequestingHandler } from './requesting.command';
import { RequestingDesk } from './requesting-desk';
import { repliesInbound } from './requesting.inbound';
import { requestingOutbound } from './requesting.outbound';
import { RequestActsController } from './request-acts.controller';
import { RequestOutcomeController } from './request-outcome.controller';
import { RequestsController } from './requests.controller';

export interface RequestingParts {
  readonly log: Log;
  readonly readStore: ReadStore;
  readonly post: Post;
  readonly now: () => Instant;
  readonly directory: KnownDirectory;
}

@Module({})
export class RequestingModule {}

/** The requesting State's service: its module, and the loops to run once the application is up. */
export function requesting({ log, readStore, post, now, directory }: RequestingParts): {
  readonly module: DynamicModule;
  readonly loops: readonly Loop[];
} {
  const list = readStore.open(requestList);
  const inbound = repliesInbound(log, now);
  return {
    module: {
      module: RequestingModule,
      imports: [CqrsModule],
      controllers: [DraftsController, RequestsController, RequestActsController, RequestOutcomeController],
      providers: [
        { provide: REQUESTING_LOG, useValue: log },
        { provide: REQUEST_LIST, useValue: list },
        { provide: NOW, useValue: now },
        { provide: NEW_ID, useValue: log.newId },
        { provide: KNOWN_DIRECTORY, useValue: directory },
        RequestingDesk,
        RequestingHandler,
        GetRequestHandler,
        ListRequestsHandler,
      ],
    },
    loops: [
      projectionLoop(log.store, list, requestList),
      publisherLoop(log.store, post.leadership, post.transport, requestingOutbound(post.addressing)),
      consumerLoop(post.transport, letterBoxes(post, 'replies'), 'requesting', (batch) =>
        takeIn(log, inbound, now, batch),
      ),
    ],
  };
}
