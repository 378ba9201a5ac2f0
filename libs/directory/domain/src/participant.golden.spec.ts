import { join } from 'node:path';
import { goldenFaults } from '@vestigo/kernel/testing';
import { participant } from './participant';

test('every event of a participant is read in each version in which it was ever stored', () => {
  expect(
    goldenFaults({
      folder: join(__dirname, '..', 'golden'),
      decider: participant,
      forms: { upcasts: new Map() },
      types: {
        PointOfContactRegistered: true,
        PointOfContactCorrected: true,
        DeskDelegated: true,
        DelegationEnded: true,
        ReviewPolicySet: true,
        LapsePolicySet: true,
        MarkingPracticeRecorded: true,
        MarkingPracticeCorrected: true,
      },
      written: [],
    }),
  ).toEqual([]);
});
