import { specificationOf } from '@vestigo/kernel/testing';
import { participant, participantFrom, type SetLapsePolicy } from './participant';
import type { LapsePolicy, ParticipantEvent } from './participant.events';

const { given } = specificationOf(participant);
const set = (policy: LapsePolicy, at = 1_000): SetLapsePolicy => ({
  ...{ type: 'SetLapsePolicy', by: 'JAM', state: 'JAM', at, now: 1_000 },
  policy,
});
const wasSet = (data: LapsePolicy, occurredAt = 1_000): ParticipantEvent => ({
  ...{ type: 'LapsePolicySet', occurredAt, clock: null },
  data,
});

describe('the policy by which requests of a State lapse', () => {
  test('is set by the State itself, and counts from now, whenever it says so', () => {
    given([])
      .when(set({ afterIdleDays: 180 }, 500))
      .then([wasSet({ afterIdleDays: 180 })]);
    given([])
      .when({ ...set({ afterIdleDays: 180 }), by: 'USA' })
      .then('not-your-state');
    given([])
      .when({ ...set({ afterIdleDays: 180 }), by: null })
      .then('not-your-state');
  });

  test('set as it stands is no news, nor is none where there is none', () => {
    given([wasSet({ afterIdleDays: 180 })])
      .when(set({ afterIdleDays: 180 }))
      .then([]);
    given([]).when(set({})).then([]);
  });

  test('is changed and ended, and what was in force before is kept', () => {
    given([wasSet({ afterIdleDays: 180 }, 1)])
      .when(set({ afterIdleDays: 180, afterQuestionDays: 60 }))
      .then([wasSet({ afterIdleDays: 180, afterQuestionDays: 60 })]);
    given([wasSet({ afterIdleDays: 180 }, 1)])
      .when(set({}))
      .then([wasSet({})]);
    const events = [wasSet({ afterIdleDays: 180 }, 1), wasSet({}, 9)];
    const said = events.map((event, index) => ({ version: index + 1, event }));
    expect(participantFrom(said).lapsePolicies).toEqual([{ afterIdleDays: 180, from: 1 }, { from: 9 }]);
  });
});
