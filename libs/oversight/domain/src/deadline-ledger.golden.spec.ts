import { join } from 'node:path';
import { goldenFaults } from '@vestigo/kernel/testing';
import { deadlineLedger } from './deadline-ledger';

test('every event of the deadline ledger is read in each version in which it was ever stored', () => {
  expect(
    goldenFaults({
      folder: join(__dirname, '..', 'golden'),
      decider: deadlineLedger,
      forms: { upcasts: new Map() },
      types: { AcknowledgementFellDue: true, AnswerFellDue: true, ConsentFellDue: true },
      written: [],
    }),
  ).toEqual([]);
});
