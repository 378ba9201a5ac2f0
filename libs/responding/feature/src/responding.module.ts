import { type DynamicModule, Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { KNOWN_PHOTOGRAPHS, type KnownPhotographs, NOW } from '@vestigo/http';
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
import { type Inbound, letterBoxes, type Post, takeIn } from '@vestigo/protocol';
import { caseList } from './case-list.projection';
import { CASE_LIST, GetCaseHandler, ListCasesByDueHandler, ListCasesHandler } from './case.query';
import { AnswersController } from './answers.controller';
import { CaseActsController } from './case-acts.controller';
import { CaseExportController } from './case-export.controller';
import { CasesController } from './cases.controller';
import { CrossHitsController } from './cross-hits.controller';
import { crossHitLoop } from './cross-hits.process';
import { CASE_ARMS, caseArms, FindCrossHitsHandler } from './cross-hits.query';
import { liveCases } from './live-cases';
import { RespondingDesk } from './responding-desk';
import { RESPONDING_LOG, RespondingHandler } from './responding.command';
import { type DeskClock, requestsInbound } from './responding.inbound';
import { respondingOutbound } from './responding.outbound';

export interface RespondingParts {
  readonly log: Log;
  readonly readStore: ReadStore;
  readonly post: Post;
  readonly now: () => Instant;
  readonly deskClock: (state: string) => Promise<DeskClock>;
  readonly photographs: KnownPhotographs;
  /** Takes what else comes into the letter box of requests; without it there is nothing else. */
  readonly alongside?: (requests: Inbound) => Inbound;
}

@Module({})
export class RespondingModule {}

/** The responding focal point's service: its module, and the loops to run once the application is up. */
export function responding(parts: RespondingParts): {
  readonly module: DynamicModule;
  readonly loops: readonly Loop[];
  readonly live: readonly LiveSubject[];
} {
  const { log, readStore, post, now, deskClock, photographs, alongside } = parts;
  const list = readStore.open(caseList);
  const arms = readStore.open(caseArms);
  const requests = requestsInbound({ log, now, deskClock });
  const inbound = alongside?.(requests) ?? requests;
  return {
    module: {
      module: RespondingModule,
      imports: [CqrsModule],
      controllers: [
        CaseExportController,
        CasesController,
        CaseActsController,
        AnswersController,
        CrossHitsController,
      ],
      providers: [
        { provide: RESPONDING_LOG, useValue: log },
        { provide: CASE_LIST, useValue: list },
        { provide: CASE_ARMS, useValue: arms },
        { provide: NOW, useValue: now },
        { provide: KNOWN_PHOTOGRAPHS, useValue: photographs },
        RespondingDesk,
        RespondingHandler,
        GetCaseHandler,
        ListCasesHandler,
        ListCasesByDueHandler,
        FindCrossHitsHandler,
      ],
    },
    loops: [
      projectionLoop(log.store, list, caseList),
      projectionLoop(log.store, arms, caseArms),
      crossHitLoop({ log, leadership: post.leadership, arms, now }),
      publisherLoop(log.store, post.leadership, post.transport, respondingOutbound(post.addressing)),
      consumerLoop(post.transport, letterBoxes(post, 'requests'), 'responding', (batch) =>
        takeIn(log, inbound, now, batch),
      ),
    ],
    live: [liveCases(log.store)],
  };
}
