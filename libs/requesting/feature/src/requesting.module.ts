import { type DynamicModule, Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { KNOWN_PHOTOGRAPHS, type KnownPhotographs, NEW_ID, NOW } from '@vestigo/http';
import {
  consumerLoop,
  type Instant,
  type Log,
  type Loop,
  projectionLoop,
  publisherLoop,
  type ReadStore,
} from '@vestigo/kernel';
import type { LiveSubject } from '@vestigo/live';
import { letterBoxes, type Post, takeIn } from '@vestigo/protocol';
import { DraftsController } from './drafts.controller';
import { FindBySerialHandler, FindDuplicatesHandler, REQUEST_ARMS, requestArms } from './duplicates.query';
import { FollowOnController } from './follow-on.controller';
import { openImportFolder } from './imports/import-folder';
import { IMPORT_FOLDER, ImportsController } from './imports/imports.controller';
import { importsLoop } from './imports/imports.loop';
import { RequestExportController } from './request-export.controller';
import { KNOWN_DIRECTORY, type KnownDirectory } from './known-directory';
import { lapseLoop } from './lapse.process';
import { liveImports, liveRequests } from './live-requests';
import { requestList } from './request-list.projection';
import {
  GetRequestHandler,
  ListRequestsByDueHandler,
  ListRequestsHandler,
  REQUEST_LIST,
} from './request.query';
import { REQUESTING_LOG, RequestingHandler } from './requesting.command';
import { RequestingDesk } from './requesting-desk';
import { repliesInbound } from './requesting.inbound';
import { requestingOutbound } from './requesting.outbound';
import { RequestActsController } from './request-acts.controller';
import { RequestOutcomeController } from './request-outcome.controller';
import { RequestsController } from './requests.controller';
import { RequestSending } from './request-sending';
import { GetTraceHandler } from './trace.query';
import { TRACE_LINKS, traceLinks, trailReader } from './trails';
import { DESK_CLOCK, type DeskClockOf, TracesController } from './traces.controller';

export interface RequestingParts {
  readonly log: Log;
  readonly readStore: ReadStore;
  readonly post: Post;
  readonly now: () => Instant;
  /** The clock in force at the desk of a State: limits are shown by it. */
  readonly deskClock: DeskClockOf;
  readonly directory: KnownDirectory;
  readonly photographs: KnownPhotographs;
  /** Folder of the files of many requests that desks hand in. */
  readonly imports: string;
}

@Module({})
export class RequestingModule {}

/** The requesting State's service: its module, and the loops to run once the application is up. */
export function requesting(parts: RequestingParts): {
  readonly module: DynamicModule;
  readonly loops: readonly Loop[];
  readonly live: readonly LiveSubject[];
} {
  const { log, readStore, post, now, deskClock, directory, photographs, imports } = parts;
  const list = readStore.open(requestList);
  const links = readStore.open(traceLinks);
  const arms = readStore.open(requestArms);
  const inbound = repliesInbound({ log, now, deskClock });
  const folder = openImportFolder(imports);
  return {
    module: {
      module: RequestingModule,
      imports: [CqrsModule],
      controllers: [
        DraftsController,
        FollowOnController,
        RequestExportController,
        RequestsController,
        RequestActsController,
        RequestOutcomeController,
        TracesController,
        ImportsController,
      ],
      providers: [
        { provide: REQUESTING_LOG, useValue: log },
        { provide: REQUEST_LIST, useValue: list },
        { provide: TRACE_LINKS, useValue: links },
        { provide: REQUEST_ARMS, useValue: arms },
        { provide: DESK_CLOCK, useValue: deskClock },
        { provide: IMPORT_FOLDER, useValue: folder },
        { provide: NOW, useValue: now },
        { provide: NEW_ID, useValue: log.newId },
        { provide: KNOWN_DIRECTORY, useValue: directory },
        { provide: KNOWN_PHOTOGRAPHS, useValue: photographs },
        RequestingDesk,
        RequestSending,
        RequestingHandler,
        GetRequestHandler,
        ListRequestsHandler,
        ListRequestsByDueHandler,
        GetTraceHandler,
        FindDuplicatesHandler,
        FindBySerialHandler,
      ],
    },
    loops: [
      projectionLoop(log.store, list, requestList),
      projectionLoop(log.store, links, traceLinks),
      projectionLoop(log.store, arms, requestArms),
      publisherLoop(log.store, post.leadership, post.transport, requestingOutbound(post.addressing)),
      consumerLoop(post.transport, letterBoxes(post, 'replies'), 'requesting', (batch) =>
        takeIn(log, inbound, now, batch),
      ),
      lapseLoop({ log, leadership: post.leadership, docket: list, directory, deskClock, now }),
      importsLoop({ log, folder, now, directory, photographs, trailOf: trailReader(log, links) }),
    ],
    live: [liveRequests({ store: log.store, directory, now }), liveImports(folder)],
  };
}
