import { join } from 'node:path';
import { goldenFaults } from '@vestigo/kernel/testing';
import {
  acknowledged,
  answered,
  closed,
  received,
  refused,
  replyFailed,
  withdrawn,
} from './testing/sample-case';
import { traceCase } from './trace-case';
import { traceCaseForms } from './trace-case.forms';

test('every event of a case is read in each version in which it was ever stored', () => {
  expect(
    goldenFaults({
      folder: join(__dirname, '..', 'golden'),
      decider: traceCase,
      forms: traceCaseForms,
      opening: () => 'CaseReceived',
      types: {
        CaseReceived: true,
        CaseAcknowledged: true,
        CaseAnswered: true,
        CaseRefused: true,
        CaseWithdrawn: true,
        CaseClosed: true,
        ReplyDeliveryFailed: true,
      },
      written: [received, acknowledged, answered, refused, withdrawn, closed, replyFailed],
    }),
  ).toEqual([]);
});
