import {
  type CommandContext,
  consumerLoop,
  type Decider,
  type EventStore,
  handle,
  idOf,
  type Instant,
  type Log,
  type Loop,
  type Outbound,
  projectionLoop,
  type ReadStore,
  type RecordedEvent,
  Rejection,
  type Transport,
} from '@vestigo/kernel';
import type { Weekday } from '@vestigo/deadlines';
import { participant, type ParticipantEvent } from '@vestigo/directory/domain';
import {
  decodeNotice,
  DIRECTORY,
  encodeNotice,
  type Inbound,
  type Notice,
  receivedId,
  takeIn,
} from '@vestigo/protocol';
import { type DeskClocks, deskClocksIn, directoryReading, type DirectoryReading } from './directory-reading';
import { participantList } from './participant-list.projection';
import type { ParticipantNoticed } from './participant-rows';

export const directoryOutbound: Outbound<ParticipantEvent> = {
  name: 'directory',
  categories: [participant.category],
  letterOf(recorded) {
    const notice = noticeOf(recorded);
    const { id, data } = notice;
    return { channel: DIRECTORY, message: { id, key: data.state, body: encodeNotice(notice) } };
  },
};

type ParticipantNotice = Notice<'participant-changed'>;

/** What the directory tells of an event of its log. */
export function noticeOf({ id, stream, version, event }: RecordedEvent<ParticipantEvent>): ParticipantNotice {
  const { occurredAt, clock: _, ...change } = event;
  return { kind: 'participant-changed', id, occurredAt, data: { state: idOf(stream), version, change } };
}

/** Of the first form of a notice it is what the directory itself wrote. */
export type KnownParticipantEvent =
  Extract<ParticipantEvent, { readonly type: 'PointOfContactRegistered' }> | ParticipantNoticed;

export interface RecordNotice {
  readonly event: KnownParticipantEvent;
}

/** Stream `knownContact-<code>`: what the directory said of a State, as it was said. */
export const knownParticipant: Decider<null, RecordNotice, KnownParticipantEvent> = {
  category: 'knownContact',
  initial: null,
  decide: ({ event }) => [event],
  evolve: () => null,
};

const copiedList = {
  ...participantList,
  name: 'participant-copy',
  categories: [knownParticipant.category],
};

export interface DirectoryCopyParts {
  readonly log: Log;
  readonly readStore: ReadStore;
  readonly transport: Transport;
  readonly now: () => Instant;
  /** Name of the service: each gets every notice. */
  readonly service: string;
}

/** What a service that does not keep the directory knows of it. */
export function directoryCopy({ log, readStore, transport, now, service }: DirectoryCopyParts): {
  readonly loops: readonly Loop[];
  readonly reading: DirectoryReading;
} {
  const list = readStore.open(copiedList);
  const inbound = directoryInbound(log);
  return {
    loops: [
      projectionLoop(log.store, list, copiedList),
      consumerLoop(transport, [DIRECTORY], `${service}-directory`, (batch) =>
        takeIn(log, inbound, now, batch),
      ),
    ],
    reading: directoryReading({ store: log.store, list, category: knownParticipant.category, now }),
  };
}

/**
 * Follows what the directory says. The id of the notice makes a second delivery harmless, and its version puts it in its place whenever
 * it comes. A notice of version 1 has none: ids grow with time, and one that is run again after a newer one changes nothing.
 */
export const directoryInbound = (log: Log): Inbound => ({
  refused: 'refusedNotice',
  async follow({ body }) {
    const notice = decodeNotice(body);
    if (notice instanceof Rejection) return notice;
    if (notice?.kind !== 'participant-changed' && notice?.kind !== 'point-of-contact-registered') {
      return new Rejection('invalid', 'wrong-channel', 'This is no notice of the directory.');
    }
    const { state, command, context } = directoryReceptionOf(notice);
    if (notice.kind === 'point-of-contact-registered') {
      const last = (await log.store.read(`${knownParticipant.category}-${state}`)).at(-1);
      if (last && last.meta.causationId > notice.id) return undefined;
    }
    await handle(log, knownParticipant, state, command, context);
    return undefined;
  },
});

/** The clock of each desk as the copy in this log has it, read from the log itself. */
export const copiedDeskClocks = (store: EventStore, now: () => Instant): DeskClocks =>
  deskClocksIn(store, knownParticipant.category, now);

/** What a notice leads to: the same whenever it comes, under the same id. */
export function directoryReceptionOf(notice: ParticipantNotice | Notice<'point-of-contact-registered'>): {
  readonly state: string;
  readonly command: RecordNotice;
  readonly context: CommandContext & { readonly messageId: string };
} {
  const { id, data } = notice;
  return {
    state: data.state,
    command: { event: recordedOf(notice) },
    context: {
      messageId: receivedId({ from: 'directory', id }),
      meta: {
        actor: 'service:directory',
        state: null,
        role: 'service',
        correlationId: id,
        causationId: id,
      },
    },
  };
}

function recordedOf(
  notice: ParticipantNotice | Notice<'point-of-contact-registered'>,
): KnownParticipantEvent {
  const { occurredAt } = notice;
  if (notice.kind === 'participant-changed') {
    const { version, change } = notice.data;
    return { type: 'ParticipantNoticed', occurredAt, clock: null, data: { version, change } };
  }
  const { state: _, weekend, ...contact } = notice.data;
  const data = { ...contact, weekend: weekdays.filter((day) => weekend.includes(day)) };
  return { type: 'PointOfContactRegistered', occurredAt, clock: null, data };
}

const weekdays: readonly Weekday[] = [0, 1, 2, 3, 4, 5, 6];
