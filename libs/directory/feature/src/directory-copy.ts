import {
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
  Rejection,
  type Transport,
} from '@vestigo/kernel';
import { participant, type ParticipantEvent, type PointOfContact } from '@vestigo/directory/domain';
import { decodeNotice, encodeNotice, keepRefused, receivedId } from '@vestigo/protocol';
import { type DeskClock, deskClocks } from './desk-clocks';
import { participantList, weekdaysIn } from './participant-list.projection';

/** The channel on which the directory tells desks with logs of their own who answers for a State. */
export const DIRECTORY = 'directory';

/** Notices of the directory that could not be followed are kept in streams of this category. */
const REFUSED_NOTICES = 'refusedNotice';

export const directoryOutbound: Outbound<ParticipantEvent> = {
  name: 'directory',
  categories: [participant.category],
  letterOf({ id, stream, event }) {
    const state = stream.slice(participant.category.length + 1);
    const { occurredAt, data } = event;
    const kind = 'point-of-contact-registered';
    const body = encodeNotice({ kind, id, occurredAt, data: { state, ...data } });
    return { channel: DIRECTORY, message: { id, key: state, body } };
  },
};

interface RecordContact {
  readonly at: Instant;
  readonly pointOfContact: PointOfContact;
}

/** Stream `knownContact-<code>`: what the directory said of a State, as it was said. */
const knownContact: Decider<null, RecordContact, ParticipantEvent> = {
  category: 'knownContact',
  initial: null,
  decide: ({ at, pointOfContact }) => [
    { type: 'PointOfContactRegistered', occurredAt: at, clock: null, data: pointOfContact },
  ],
  evolve: () => null,
};

const copiedList = { ...participantList, name: 'participant-copy', categories: [knownContact.category] };

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
    const { state, weekend, ...contact } = notice.data;
    await handle(
      log,
      knownContact,
      state,
      { at: notice.occurredAt, pointOfContact: { ...contact, weekend: weekdaysIn(weekend) } },
      {
        messageId: receivedId({ from: 'directory', id: notice.id }),
        meta: {
          actor: 'service:directory',
          state: null,
          role: 'service',
          correlationId: notice.id,
          causationId: notice.id,
        },
      },
    );
  }
}
