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
        ReplyDeliveryFailed: true,
        CaseAcknowledged: true,
        InformationRequested: true,
        SearchStarted: true,
        DelayNotified: true,
        CaseAnswered: true,
        AnswerSupplemented: true,
        AnswerCorrected: true,
        RestrictionImposed: true,
        RestrictionLifted: true,
        CaseRefused: true,
        ItemsRefused: true,
        ClarificationGiven: true,
        CaseRedirected: true,
        ConsentGiven: true,
        ConsentDenied: true,
        InformationReceived: true,
        InformationWithheld: true,
        ClarificationRequested: true,
        ReminderReceived: true,
        CaseWithdrawn: true,
        CaseClosed: true,
        CaseLapsed: true,
        CaseReopened: true,
        CaseMarkedDuplicate: true,
        ConsentRequested: true,
        DisclosureNoticeReceived: true,
      },
      written: [received, acknowledged, answered, refused, withdrawn, closed, replyFailed],
    }),
  ).toEqual([]);
});
