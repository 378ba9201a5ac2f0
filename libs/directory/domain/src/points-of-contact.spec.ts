import * as fc from 'fast-check';
import { Rejection } from '@vestigo/kernel';
import { specificationOf } from '@vestigo/kernel/testing';
import { participant, participantFrom } from './participant';
import type { ParticipantEvent, PointOfContact } from './participant.events';
import {
  contactInForce,
  contactNearest,
  type CorrectPointOfContact,
  type RegisterPointOfContact,
} from './points-of-contact';

const { given } = specificationOf(participant);
const desk: PointOfContact = {
  body: 'Firearms and Tool Marks Section',
  email: 'npc@jam.example',
  timeZone: 'America/Jamaica',
  weekend: [0, 6],
};
const act = { by: 'JAM', state: 'JAM', at: 900, now: 1_000 } as const;
const register = (period: { validFrom?: number; validTo?: number }, email = desk.email) =>
  ({
    type: 'RegisterPointOfContact',
    ...act,
    ...period,
    pointOfContact: { ...desk, email },
  }) satisfies RegisterPointOfContact;
const registered = (
  period: { validFrom?: number; validTo?: number },
  email = desk.email,
  occurredAt = 900,
): ParticipantEvent => ({
  type: 'PointOfContactRegistered',
  occurredAt,
  clock: null,
  data: { ...desk, email, ...period },
});
const correct: CorrectPointOfContact = {
  type: 'CorrectPointOfContact',
  ...act,
  number: 1,
  reason: 'The desk opened later.',
  pointOfContact: desk,
  validFrom: 950,
};
const corrected: ParticipantEvent = {
  type: 'PointOfContactCorrected',
  occurredAt: 900,
  clock: null,
  data: { ...desk, validFrom: 950, number: 1, reason: 'The desk opened later.' },
};
const after = (...events: ParticipantEvent[]) => events.reduce(participant.evolve, participant.initial);
const emailAt = (at: number, ...events: ParticipantEvent[]) =>
  contactInForce(after(...events).contacts, at)?.pointOfContact.email;

describe('the points of contact of a State', () => {
  test('are registered for periods, also ahead', () => {
    given([registered({})])
      .when(register({ validFrom: 5_000, validTo: 6_000 }, 'next@jam.example'))
      .then([registered({ validFrom: 5_000, validTo: 6_000 }, 'next@jam.example')]);
  });

  test('registered again for the same period are no news', () => {
    given([registered({ validFrom: 5_000 })])
      .when(register({ validFrom: 5_000 }))
      .then([]);
  });

  test.each([5_000, 4_999])('never end before they begin (%d)', (validTo) => {
    given([])
      .when(register({ validFrom: 5_000, validTo }))
      .then('point-of-contact-invalid');
  });

  test('relieve each other on the day that was said, and who stood in gives back', () => {
    const all = [
      registered({}, 'first@jam.example', 900),
      registered({ validFrom: 5_000 }, 'second@jam.example'),
      registered({ validFrom: 6_000, validTo: 7_000 }, 'for-a-while@jam.example'),
    ];
    const inForce = [899, 900, 4_999, 5_000, 6_000, 6_999, 7_000].map((at) => emailAt(at, ...all));
    expect(inForce).toEqual([
      undefined,
      'first@jam.example',
      'first@jam.example',
      'second@jam.example',
      'for-a-while@jam.example',
      'for-a-while@jam.example',
      'second@jam.example',
    ]);
  });

  test('registered without a beginning answer from that act on, as in logs from before there were periods', () => {
    expect(emailAt(900, registered({}, 'a@jam.example', 900))).toBe('a@jam.example');
    expect(emailAt(900, registered({}, 'a@jam.example', 900), registered({}, 'b@jam.example', 900))).toBe(
      'b@jam.example',
    );
  });

  test('are corrected under their number, and the log keeps both', () => {
    given([registered({})])
      .when(correct)
      .then([corrected]);
    given([registered({}), corrected])
      .when(correct)
      .then([]);
    given([registered({})])
      .when({ ...correct, number: 2 })
      .then('entry-not-found');
    given([registered({})])
      .when({ ...correct, by: 'USA' })
      .then('not-your-state');
    given([registered({})])
      .when({ ...correct, validTo: 950 })
      .then('point-of-contact-invalid');
    expect(emailAt(920, registered({}))).toBe(desk.email);
    expect(emailAt(920, registered({}), corrected)).toBeUndefined();
  });

  test('lend the desk their clock even in a gap', () => {
    const { contacts } = after(
      registered({ validFrom: 3_000, validTo: 4_000 }, 'later@jam.example'),
      registered({ validFrom: 1_000, validTo: 2_000 }, 'sooner@jam.example'),
    );
    const nearest = (at: number) => contactNearest(contacts, at)?.pointOfContact.email;
    expect([0, 1_500, 2_500, 9_000].map(nearest)).toEqual([
      'sooner@jam.example',
      'sooner@jam.example',
      'sooner@jam.example',
      'later@jam.example',
    ]);
  });
});

const period = fc.record(
  { validFrom: fc.integer({ min: 0, max: 20 }), validTo: fc.integer({ min: 0, max: 20 }) },
  { requiredKeys: [] },
);
const commands = fc.array(
  fc.tuple(
    period,
    fc.integer({ min: 1, max: 5 }),
    fc.constantFrom('a@x.example', 'b@x.example'),
    fc.boolean(),
  ),
  { maxLength: 8 },
);

test('whoever is in force is valid then, and nobody who is valid began later', () => {
  fc.assert(
    fc.property(commands, fc.integer({ min: 0, max: 25 }), (acts, at) => {
      const { contacts } = historyOf(acts).reduce(participant.evolve, participant.initial);
      const valid = contacts.filter(({ validFrom, validTo = Infinity }) => validFrom <= at && at < validTo);
      const inForce = contactInForce(contacts, at);
      expect(inForce === undefined).toBe(valid.length === 0);
      if (!inForce) return;
      expect(valid).toContain(inForce);
      expect(valid.every(({ validFrom }) => validFrom <= inForce.validFrom)).toBe(true);
    }),
  );
});

test('a copy that hears the same in any order, and more than once, knows the same', () => {
  fc.assert(
    fc.property(commands, fc.infiniteStream(fc.nat()), (acts, order) => {
      const said = historyOf(acts).map((event, index) => ({ version: index + 1, event }));
      const heard = said.toSorted(() => ((order.next().value ?? 0) % 2 === 0 ? 1 : -1));
      expect(participantFrom(heard)).toEqual(participantFrom(said));
      expect(participantFrom(said)).toEqual(after(...historyOf(acts)));
    }),
  );
});

function historyOf(acts: readonly (readonly [object, number, string, boolean])[]): ParticipantEvent[] {
  return acts.reduce<ParticipantEvent[]>((history, [validity, number, email, corrects]) => {
    const decided = participant.decide(
      corrects
        ? { ...correct, ...validity, number, pointOfContact: { ...desk, email } }
        : register(validity, email),
      after(...history),
    );
    return decided instanceof Rejection ? history : [...history, ...decided];
  }, []);
}
