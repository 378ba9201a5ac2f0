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
import { openImportFolder } from './imports/import-folder';
import { IMPORT_FOLDER, ImportsController } from './imports/imports.controller';
import { importsLoop } from './imports/imports.loop';
import { RequestExportController } from './request-export.controller';
import { requestList } from './request-list.projection';
import { GetRequestHandler, ListRequestsHandler, REQUEST_LIST } from './request.query';
import { REQUESTING_LOG, RequestingHandler } from './requesting.command';
import { repliesInbound } from './requesting.inbound';
import { requestingOutbound } from './requesting.outbound';
import { RequestsController } from './requests.controller';

export interface RequestingParts {
  readonly log: Log;
  readonly readStore: ReadStore;
  readonly post: Post;
  readonly now: () => Instant;
  /** Folder of the files of many requests that desks hand in. */
  readonly imports: string;
}

@Module({})
export class RequestingModule {}

/** The requesting State's service: its module, and the loops to run once the application is up. */
export function requesting({ log, readStore, post, now, imports }: RequestingParts): {
  readonly module: DynamicModule;
  readonly loops: readonly Loop[];
} {
  const list = readStore.open(requestList);
  const inbound = repliesInbound(log, now);
  const folder = openImportFolder(imports);
  return {
    module: {
      module: RequestingModule,
      imports: [CqrsModule],
      controllers: [RequestExportController, RequestsController, ImportsController],
      providers: [
        { provide: REQUESTING_LOG, useValue: log },
        { provide: REQUEST_LIST, useValue: list },
        { provide: IMPORT_FOLDER, useValue: folder },
        { provide: NOW, useValue: now },
        { provide: NEW_ID, useValue: log.newId },
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
      importsLoop({ log, folder, now }),
    ],
  };
}
