import { type Fault, type Instant, Rejection } from '@vestigo/kernel';
import { type Act, type Entry, numbered, periodFaults, unknownEntry } from './entries';
import type { ParticipantEvent, PointOfContact, Validity } from './participant.events';

/** Names a point of contact of a State. Without `validFrom` it answers from the act on. */
export interface RegisterPointOfContact extends Act, Partial<Validity> {
  readonly type: 'RegisterPointOfContact';
  readonly pointOfContact: PointOfContact;
}

/** Says what should have been said of a point of contact; what was said stays in the history. */
export interface CorrectPointOfContact extends Act, Validity, Entry {
  readonly type: 'CorrectPointOfContact';
  readonly reason: string;
  readonly pointOfContact: PointOfContact;
}

/** A point of contact, as its last correction has it. */
export interface Contact extends Validity, Entry {
  readonly pointOfContact: PointOfContact;
}

/** Who answers for the State at this instant: of the contacts that are valid then, the one that began last. */
export function contactInForce(contacts: readonly Contact[], at: Instant): Contact | undefined {
  return begunLast(contacts.filter(({ validFrom, validTo = Infinity }) => validFrom <= at && at < validTo));
}

/** Whose clock the desk lives by: where no contact is in force, the one that was, else the first that will be. */
export function contactNearest(contacts: readonly Contact[], at: Instant): Contact | undefined {
  const begun = begunLast(contacts.filter(({ validFrom }) => validFrom <= at));
  return contactInForce(contacts, at) ?? begun ?? contacts.toSorted(byBeginning)[0];
}

export function registerContact(
  { at, pointOfContact, validFrom, validTo }: RegisterPointOfContact,
  contacts: readonly Contact[],
): readonly ParticipantEvent[] | Rejection {
  const invalid = invalidContact(pointOfContact, validFrom ?? at, validTo);
  if (invalid) return invalid;
  const current = contactInForce(contacts, at);
  const candidates = validFrom === undefined ? (current ? [current] : []) : contacts;
  const known = candidates.some(
    (contact) =>
      contact.validTo === validTo &&
      (validFrom === undefined || contact.validFrom === validFrom) &&
      same(contact.pointOfContact, pointOfContact),
  );
  if (known) return [];
  const validity = {
    ...(validFrom !== undefined && { validFrom }),
    ...(validTo !== undefined && { validTo }),
  };
  const data = { ...pointOfContact, ...validity };
  return [{ type: 'PointOfContactRegistered', occurredAt: at, clock: null, data }];
}

export function correctContact(
  { at, number, reason, pointOfContact, validFrom, validTo }: CorrectPointOfContact,
  contacts: readonly Contact[],
): readonly ParticipantEvent[] | Rejection {
  const contact = numbered(contacts, number);
  if (!contact) return unknownEntry('point of contact', number);
  const invalid = invalidContact(pointOfContact, validFrom, validTo);
  if (invalid) return invalid;
  const sameTime = contact.validFrom === validFrom && contact.validTo === validTo;
  if (sameTime && same(contact.pointOfContact, pointOfContact)) return [];
  const validity = { validFrom, ...(validTo !== undefined && { validTo }) };
  const data = { ...pointOfContact, ...validity, number, reason };
  return [{ type: 'PointOfContactCorrected', occurredAt: at, clock: null, data }];
}

/** A contact as an event states it; `otherwise`: when it begins if that is not said. */
export function contactOf(
  { validFrom, validTo, body, email, telephone, timeZone, weekend }: PointOfContact & Partial<Validity>,
  number: number,
  otherwise: Instant,
): Contact {
  return {
    number,
    pointOfContact: { body, email, ...(telephone !== undefined && { telephone }), timeZone, weekend },
    validFrom: validFrom ?? otherwise,
    ...(validTo !== undefined && { validTo }),
  };
}

const byBeginning = (one: Contact, other: Contact) =>
  one.validFrom - other.validFrom || one.number - other.number;

const begunLast = (contacts: readonly Contact[]) => contacts.toSorted(byBeginning).at(-1);

function invalidContact(
  contact: PointOfContact,
  validFrom: Instant,
  validTo: Instant | undefined,
): Rejection | undefined {
  const faults = [
    ...timeZoneFaults(contact),
    ...weekendFaults(contact),
    ...periodFaults(validFrom, validTo, '/validTo'),
  ];
  if (faults.length === 0) return undefined;
  return new Rejection(
    'invalid',
    'point-of-contact-invalid',
    'The point of contact cannot be used as given.',
    faults,
  );
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
