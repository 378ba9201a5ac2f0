import {
  type CommandContext,
  consumerLoop,
  type Decider,
  handle,
  type Instant,
  type Log,
  type Loop,
  type Message,
  type Outbound,
  projectionLoop,
  type ReadStore,
  type RecordedEvent,
  Rejection,
  type Transport,
} from '@vestigo/kernel';
import { participant, type ParticipantEvent, type PointOfContact } from '@vestigo/directory/domain';
import { decodeNotice, encodeNotice, keepRefused, type Notice, receivedId } from '@vestigo/protocol';
import { type DeskClock, deskClocks } from './desk-clocks';
import { participantList, weekdaysIn } from './participant-list.projection';

/** The channel on which the directory tells desks with logs of their own who answers for a State. */
export const DIRECTORY = 'directory';

/** Notices of the directory that could not be followed are kept in streams of this category. */
const REFUSED_NOTICES = 'refusedNotice';

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
  readonly deskClock: (state: string) => Promise<DeskClock>;
} {
  const list = readStore.open(copiedList);
  return {
    loops: [
      projectionLoop(log.store, list, copiedList),
      consumerLoop(transport, [DIRECTORY], `${service}-directory`, (batch) =>
        receiveNotices(log, now, batch),
      ),
    ],
    deskClock: deskClocks(log.store, list),
  };
}

async function receiveNotices(log: Log, now: () => Instant, batch: readonly Message[]): Promise<void> {
  for (const message of batch) {
    const notice = decodeNotice(message.body);
    if (
      notice === undefined ||
      notice instanceof Rejection ||
      notice.kind !== 'point-of-contact-registered'
    ) {
      const refusal =
        notice instanceof Rejection
          ? notice
          : new Rejection('invalid', 'wrong-channel', 'This is no notice of the directory.');
      await keepRefused(log, REFUSED_NOTICES, now(), message, refusal);
      continue;
    }
    const { state, command, context } = contactReceptionOf(notice);
    await handle(log, knownContact, state, command, context);
  }
}

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
