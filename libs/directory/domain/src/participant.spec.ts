import * as fc from 'fast-check';
import { specificationOf } from '@vestigo/kernel/testing';
import { Rejection } from '@vestigo/kernel';
import { participant } from './participant';
import type { ParticipantEvent, PointOfContact } from './participant.events';
import type { RegisterPointOfContact } from './points-of-contact';

const { given } = specificationOf(participant);

const pointOfContact: PointOfContact = {
  body: 'Firearms and Tool Marks Section',
  email: 'npc@jam.example',
  telephone: '+1 876 555 0100',
  timeZone: 'America/Jamaica',
  weekend: [6, 0],
};
const register = (change: Partial<PointOfContact> = {}): RegisterPointOfContact => ({
  type: 'RegisterPointOfContact',
  by: 'JAM',
  state: 'JAM',
  at: 900,
  now: 1_000,
  pointOfContact: { ...pointOfContact, ...change },
});
const registered = (change: Partial<PointOfContact> = {}): ParticipantEvent => ({
  type: 'PointOfContactRegistered',
  occurredAt: 900,
  clock: null,
  data: { ...pointOfContact, ...change },
});

describe('the point of contact of a State', () => {
  test('is registered by the State itself', () => {
    given([]).when(register()).then([registered()]);
  });

  test('is registered by the secretariat, which acts for no State', () => {
    given([])
      .when({ ...register(), by: null })
      .then([registered()]);
  });

  test('follows the one before', () => {
    given([registered()])
      .when(register({ email: 'tracing@jam.example' }))
      .then([registered({ email: 'tracing@jam.example' })]);
  });

  test('registered again as it stands is no news, in whatever order its days off are named', () => {
    given([registered()]).when(register()).then([]);
    given([registered()])
      .when(register({ weekend: [0, 6] }))
      .then([]);
  });

  test.each([
    { body: 'Ministry of National Security' },
    { email: 'x@jam.example' },
    { telephone: '+1 876 555 0101' },
    { timeZone: 'America/Cayman' },
    { weekend: [5, 6] },
    { weekend: [] },
  ] as const)('is news when it differs in %j', (change) => {
    given([registered()])
      .when(register(change))
      .then([registered(change)]);
  });

  test('may be open on every day, closed on six, not on seven', () => {
    given([])
      .when(register({ weekend: [] }))
      .then([registered({ weekend: [] })]);
    given([])
      .when(register({ weekend: [1, 2, 3, 4, 5, 6] }))
      .then([registered({ weekend: [1, 2, 3, 4, 5, 6] })]);
    given([])
      .when(register({ weekend: [0, 1, 2, 3, 4, 5, 6] }))
      .then('point-of-contact-invalid');
    given([])
      .when(register({ weekend: [6, 6] }))
      .then('point-of-contact-invalid');
  });

  test('lives in a time zone that is known, and hears of all that is wrong at once', () => {
    const decided = participant.decide(
      register({ timeZone: 'America/Kingston', weekend: [6, 6] }),
      participant.initial,
    );
    expect(decided instanceof Rejection && decided.faults.map(({ pointer }) => pointer)).toEqual([
      '/timeZone',
      '/weekend',
    ]);
  });

  test('is not registered before it happened', () => {
    given([])
      .when({ ...register(), at: 1_001 })
      .then('in-the-future');
  });

  test('is never named by another State', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom([], [registered()]), (by, history) => {
        fc.pre(by !== 'JAM');
        given(history)
          .when({ ...register({ email: 'elsewhere@example' }), by })
          .then('not-your-state');
      }),
    );
  });

  test('is not decided on a history that is not understood', () => {
    const later = { type: 'PointOfContactRevoked', occurredAt: 1, clock: null, data: {} } as unknown;
    expect(() => participant.evolve(participant.initial, later as ParticipantEvent)).toThrow(
      'event is not known here: "PointOfContactRevoked"',
    );
  });
});
