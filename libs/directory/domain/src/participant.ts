import { type Decider, type Fault, happenedAlready, type Instant, Rejection } from '@vestigo/kernel';
import type { ParticipantEvent, PointOfContact } from './participant.events';

/** Names the point of contact of a State, or the one that follows it. */
export interface RegisterPointOfContact {
  readonly type: 'RegisterPointOfContact';
  /** The State that acts; null for the secretariat that keeps the directory. */
  readonly by: string | null;
  readonly state: string;
  readonly at: Instant;
  readonly now: Instant;
  readonly pointOfContact: PointOfContact;
}

export interface Participant {
  readonly pointOfContact: PointOfContact | null;
}

/** A State on the exchange. */
export const participant: Decider<Participant, RegisterPointOfContact, ParticipantEvent> = {
  category: 'participant',
  initial: { pointOfContact: null },
  decide,
  evolve,
};

function decide(
  command: RegisterPointOfContact,
  state: Participant,
): readonly ParticipantEvent[] | Rejection {
  const early = happenedAlready(command.at, command.now);
  if (early) return early;
  if (command.by !== null && command.by !== command.state) {
    return new Rejection('forbidden', 'not-your-state', 'A State names its own point of contact only.');
  }
  const faults = [...timeZoneFaults(command.pointOfContact), ...weekendFaults(command.pointOfContact)];
  if (faults.length > 0) {
    return new Rejection(
      'invalid',
      'point-of-contact-invalid',
      'The point of contact cannot be used as given.',
      faults,
    );
  }
  if (state.pointOfContact && same(state.pointOfContact, command.pointOfContact)) return [];
  return [
    { type: 'PointOfContactRegistered', occurredAt: command.at, clock: null, data: command.pointOfContact },
  ];
}

function evolve(_: Participant, event: ParticipantEvent): Participant {
  if (event.type !== 'PointOfContactRegistered')
    throw new Error(`event ${String(event.type)} is not known here`);
  return { pointOfContact: event.data };
}

function timeZoneFaults({ timeZone }: PointOfContact): readonly Fault[] {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return [];
  } catch {
    return [{ pointer: '/timeZone', detail: 'must be an IANA time zone such as America/Jamaica' }];
  }
}

function weekendFaults({ weekend }: PointOfContact): readonly Fault[] {
  const sound = new Set(weekend).size === weekend.length && weekend.length < 7;
  return sound ? [] : [{ pointer: '/weekend', detail: 'must name different days and leave a working day' }];
}

function same(left: PointOfContact, right: PointOfContact): boolean {
  return (
    left.body === right.body &&
    left.email === right.email &&
    left.telephone === right.telephone &&
    left.timeZone === right.timeZone &&
    left.weekend.toSorted().join() === right.weekend.toSorted().join()
  );
}
