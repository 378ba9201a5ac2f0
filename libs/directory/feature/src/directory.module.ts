import { type DynamicModule, Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { NOW } from '@vestigo/http';
import { participant } from '@vestigo/directory/domain';
import {
  type EventStore,
  type Instant,
  type Log,
  type Loop,
  projectionLoop,
  type ReadStore,
} from '@vestigo/kernel';
import { DelegationsController } from './delegations.controller';
import { type DeskClocks, deskClocksIn, directoryReading, type DirectoryReading } from './directory-reading';
import { MarkingPracticesController } from './marking-practices.controller';
import { DIRECTORY_LOG, DirectoryHandler } from './participant.command';
import { ListParticipantsHandler, PARTICIPANT_LIST, participantList } from './participant-list.projection';
import { ParticipantsController } from './participants.controller';
import { PointsOfContactController } from './points-of-contact.controller';
import { DIRECTORY_READING, SuggestionsController } from './suggestions.controller';

export interface DirectoryParts {
  readonly log: Log;
  readonly readStore: ReadStore;
  readonly now: () => Instant;
}

@Module({})
export class DirectoryModule {}

/** The directory: who answers for a State, who may act for it, how it marks arms, and the clock that its desk lives by. */
export function directory({ log, readStore, now }: DirectoryParts): {
  readonly module: DynamicModule;
  readonly loops: readonly Loop[];
  readonly reading: DirectoryReading;
} {
  const list = readStore.open(participantList);
  return {
    module: {
      module: DirectoryModule,
      imports: [CqrsModule],
      controllers: [
        ParticipantsController,
        PointsOfContactController,
        DelegationsController,
        MarkingPracticesController,
      ],
      providers: [
        { provide: DIRECTORY_LOG, useValue: log },
        { provide: PARTICIPANT_LIST, useValue: list },
        { provide: NOW, useValue: now },
        DirectoryHandler,
        ListParticipantsHandler,
      ],
    },
    loops: [projectionLoop(log.store, list, participantList)],
    reading: directoryReading({ store: log.store, list, category: participant.category, now }),
  };
}

@Module({})
export class SuggestionsModule {}

/** Suggests whom to ask about an arm, to officers who have one: what they tell of it stays within this service. */
export const suggestions = (reading: DirectoryReading): DynamicModule => ({
  module: SuggestionsModule,
  controllers: [SuggestionsController],
  providers: [{ provide: DIRECTORY_READING, useValue: reading }],
});

/** The clock of each desk as the directory in this log has it, read from the log itself. */
export const recordedDeskClocks = (store: EventStore, now: () => Instant): DeskClocks =>
  deskClocksIn(store, participant.category, now);
