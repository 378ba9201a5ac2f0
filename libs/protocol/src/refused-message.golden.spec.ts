import { join } from 'node:path';
import { goldenFaults } from '@vestigo/kernel/testing';
import { refusedMessage } from './refused-message';

test('every event of a refused message is read in each version in which it was ever stored', () => {
  expect(
    goldenFaults({
      folder: join(__dirname, '..', 'events', 'golden'),
      decider: refusedMessage('refusedRequest'),
      forms: { upcasts: new Map() },
      opening: () => 'MessageRefused',
      types: { MessageRefused: true, MessageRerun: true },
      written: [{ type: 'MessageRerun', occurredAt: 0, clock: null, data: { outcome: 'followed' } }],
    }),
  ).toEqual([]);
});
