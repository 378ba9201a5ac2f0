import { join } from 'node:path';
import { regimeProfiles } from '@vestigo/deadlines';
import { directory, directoryCopy, participantList } from '@vestigo/directory';
import type { KnownPhotographs } from '@vestigo/http';
import { type EventStore, type Instant, soleLeadership, type View, withCurrentForms } from '@vestigo/kernel';
import { oversight } from '@vestigo/oversight';
import { LETTER_BOXES } from '@vestigo/protocol';
import { requesting, requestList } from '@vestigo/requesting';
import { caseList, responding } from '@vestigo/responding';
import type { ServiceParts } from '@vestigo/service';
import { createUuidV7, openSqliteReadStore, openSqliteTransport } from '@vestigo/sqlite';
import { STATE_CODES } from '@vestigo/states';
import { FORMS } from '../forms';

/** A log, and how those who run on it know of each other. */
export interface LogSide {
  readonly store: EventStore;
  /** True where each service has only what others told it, as separate services do. */
  readonly separate: boolean;
  readonly photographs: KnownPhotographs;
}

/** All contexts on one log, to be asked and to do nothing: they fold their views and neither send, receive nor watch. */
export interface Reading extends ServiceParts {
  readonly tables: readonly Table[];
  /** The clock that the responding desk of a State goes by. */
  readonly deskClock: (state: string) => Promise<object>;
}

export interface Table {
  readonly name: string;
  readonly view: View;
  /** Columns that give its rows an order. */
  readonly order: string;
}

/** `folder`: an empty one, for views. The log stays open when the parts are closed. */
export function openReading(
  { store, separate, photographs }: LogSide,
  folder: string,
  now: () => Instant,
): Reading {
  const readStore = openSqliteReadStore({ file: join(folder, 'views.db') });
  const copies = openSqliteReadStore({ file: join(folder, 'copies.db') });
  const transport = openSqliteTransport({ file: join(folder, 'transport.db') });
  const log = { store: withCurrentForms(store, FORMS), newId: createUuidV7(now) };
  const leadership = soleLeadership(readStore);
  const post = { transport, leadership, addressing: LETTER_BOXES, states: STATE_CODES };
  const participants = directory({ log, readStore, now });
  const copy = directoryCopy({ log, readStore: copies, transport, now, service: 'responding' });
  const { reading } = separate ? copy : participants;
  const { deskClock } = reading;
  const overview = oversight({
    ...{ log, readStore, profiles: regimeProfiles, now },
    ...(separate && { post }),
  });
  const common = { log, readStore, post, now, deskClock, photographs };
  const contexts = [
    participants,
    requesting({ ...common, directory: reading, imports: join(folder, 'imports') }),
    responding(common),
    overview,
  ];
  const loops = [...contexts, ...(separate ? [copy] : [])].flatMap((context) => context.loops);
  return {
    log,
    modules: contexts.map(({ module }) => module),
    loops: loops.filter(({ name }) => folding.has(name)),
    tables: [
      { name: 'request_clock', view: overview.clocks, order: 'requestId' },
      { name: 'consent_clock', view: overview.clocks, order: 'requestId, consent' },
      { name: 'pair', view: overview.clocks, order: 'requestingState, respondingState' },
      { name: requestList.name, view: readStore.open(requestList), order: 'place' },
      { name: caseList.name, view: readStore.open(caseList), order: 'place' },
      { name: 'participant_event', view: readStore.open(participantList), order: 'code, family, version' },
    ],
    deskClock,
    async close() {
      await transport.close();
      readStore.close();
      copies.close();
    },
  };
}

const folding: ReadonlySet<string> = new Set([
  'participant-list',
  'participant-copy',
  'request-clock',
  requestList.name,
  caseList.name,
]);
