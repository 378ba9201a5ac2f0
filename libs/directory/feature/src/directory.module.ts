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
import { type DeskClocks, deskClocks, deskClocksIn } from './desk-clocks';
import { DIRECTORY_LOG, DirectoryHandler } from './participant.command';
import { ListParticipantsHandler, PARTICIPANT_LIST, participantList } from './participant-list.projection';
import { ParticipantsController } from './participants.controller';

export interface DirectoryParts {
  readonly log: Log;
  readonly readStore: ReadStore;
  readonly now: () => Instant;
}

@Module({})
export class DirectoryModule {}

/** The directory of national points of contact, and the clock that each State's desk lives by. */
export function directory({ log, readStore, now }: DirectoryParts): {
  readonly module: DynamicModule;
  readonly loops: readonly Loop[];
  readonly deskClock: DeskClocks;
} {
  const list = readStore.open(participantList);
  return {
    module: {
      module: DirectoryModule,
      imports: [CqrsModule],
      controllers: [ParticipantsController],
      providers: [
        { provide: DIRECTORY_LOG, useValue: log },
        { provide: PARTICIPANT_LIST, useValue: list },
        { provide: NOW, useValue: now },
        DirectoryHandler,
        ListParticipantsHandler,
      ],
    },
    loops: [projectionLoop(log.store, list, participantList)],
    deskClock: deskClocks(log.store, list),
  };
}

/** The clock of each desk as the directory in this log has it, read from the log itself. */
export const recordedDeskClocks = (store: EventStore): DeskClocks =>
  deskClocksIn(store, participant.category);
