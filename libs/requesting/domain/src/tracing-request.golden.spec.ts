import { join } from 'node:path';
import { goldenFaults } from '@vestigo/kernel/testing';
import { histories } from './testing/sample-request';
import { tracingRequest } from './tracing-request';
import { tracingRequestForms } from './tracing-request.forms';

test('every event of a tracing request is read in each version in which it was ever stored', () => {
  expect(
    goldenFaults({
      folder: join(__dirname, '..', 'golden'),
      decider: tracingRequest,
      forms: tracingRequestForms,
      opening: () => 'RequestSubmitted',
      types: {
        RequestSubmitted: true,
        RequestDelivered: true,
        DeliveryFailed: true,
        AcknowledgementReceived: true,
        AnswerReceived: true,
        RefusalReceived: true,
        RequestWithdrawn: true,
        RequestClosed: true,
      },
      written: Object.values(histories).flat(),
    }),
  ).toEqual([]);
});
