import {
  type CommandContext,
  consumerLoop,
  type Decider,
  type EventStore,
  handle,
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
import { participant, type ParticipantEvent, type PointOfContact } from '@vestigo/directory/domain';
import {
  decodeNotice,
  DIRECTORY,
  encodeNotice,
  type Inbound,
  type Notice,
  receivedId,
  takeIn,
} from '@vestigo/protocol';
import { type DeskClocks, deskClocks, deskClocksIn } from './desk-clocks';
import { participantList, weekdaysIn } from './participant-list.projection';

export const directoryOutbound: Outbound<ParticipantEvent> = {
  name: 'directory',
  categories: [participant.category],
  letterOf(recorded) {
    const notice = noticeOf(recorded);
    const { id, data } = notice;
    return { channel: DIRECTORY, message: { id, key: data.state, body: encodeNotice(notice) } };
  },
};

type ContactNotice = Notice<'point-of-contact-registered'>;

/** What the directory tells of an event of its log. */
export function noticeOf({ id, stream, event }: RecordedEvent<ParticipantEvent>): ContactNotice {
  const state = stream.slice(participant.category.length + 1);
  const { occurredAt, data } = event;
  return { kind: 'point-of-contact-registered', id, occurredAt, data: { state, ...data } };
}

export interface RecordContact {
  readonly at: Instant;
  readonly pointOfContact: PointOfContact;
}

/** Stream `knownContact-<code>`: what the directory said of a State, as it was said. */
export const knownContact: Decider<null, RecordContact, ParticipantEvent> = {
  category: 'knownContact',
  initial: null,
  decide: ({ at, pointOfContact }) => [
    { type: 'PointOfContactRegistered', occurredAt: at, clock: null, data: pointOfContact },
  ],
  evolve: () => null,
};

const copiedList = {
  ...participantList,
  name: 'participant-copy',
  categories: [knownContact.category],
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
  readonly deskClock: DeskClocks;
} {
  const list = readStore.open(copiedList);
  const inbound = contactsInbound(log);
  return {
    loops: [
      projectionLoop(log.store, list, copiedList),
      consumerLoop(transport, [DIRECTORY], `${service}-directory`, (batch) =>
        takeIn(log, inbound, now, batch),
      ),
    ],
    deskClock: deskClocks(log.store, list),
  };
}

/**
 * Follows what the directory says. The id of the notice makes a second delivery harmless; ids grow with time, and one that is run
 * again after a newer one changes nothing.
 */
export const contactsInbound = (log: Log): Inbound => ({
  refused: 'refusedNotice',
  async follow({ body }) {
    const notice = decodeNotice(body);
    if (notice instanceof Rejection) return notice;
    if (notice?.kind !== 'point-of-contact-registered') {
      return new Rejection('invalid', 'wrong-channel', 'This is no notice of the directory.');
    }
    const { state, command, context } = contactReceptionOf(notice);
    const last = (await log.store.read(`${knownContact.category}-${state}`)).at(-1);
    if (last && last.meta.causationId > notice.id) return undefined;
    await handle(log, knownContact, state, command, context);
    return undefined;
  },
});

/** The clock of each desk as the copy in this log has it, read from the log itself. */
export const copiedDeskClocks = (store: EventStore): DeskClocks => deskClocksIn(store, knownContact.category);

/** What a notice leads to: the same whenever it comes, under the same id. */
export function contactReceptionOf({ id, occurredAt, data }: ContactNotice): {
  readonly state: string;
  readonly command: RecordContact;
  readonly context: CommandContext & { readonly messageId: string };
} {
  const { state, weekend, ...contact } = data;
  return {
    state,
    command: { at: occurredAt, pointOfContact: { ...contact, weekend: weekdaysIn(weekend) } },
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
