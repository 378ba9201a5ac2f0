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
      opening: (type) => (type.includes('Draft') ? 'RequestDrafted' : 'RequestSubmitted'),
      types: {
        RequestDrafted: true,
        DraftRevised: true,
        DraftApproved: true,
        RequestSubmitted: true,
        RequestResent: true,
        DeliveryFailed: true,
        ConsentQuestionDelivered: true,
        InformationSupplied: true,
        InformationDeclined: true,
        ClarificationSought: true,
        ReminderSent: true,
        RequestWithdrawn: true,
        RequestClosed: true,
        RequestLapsed: true,
        RequestReopened: true,
        RequestMarkedDuplicate: true,
        ConsentAsked: true,
        DisclosureNoticeGiven: true,
        RequestDelivered: true,
        AcknowledgementReceived: true,
        InformationRequestReceived: true,
        SearchNoticeReceived: true,
        DelayNoticeReceived: true,
        AnswerReceived: true,
        SupplementReceived: true,
        CorrectionReceived: true,
        RestrictionReceived: true,
        RestrictionLiftReceived: true,
        RefusalReceived: true,
        ItemsRefusalReceived: true,
        ClarificationReceived: true,
        RedirectionReceived: true,
        ConsentReceived: true,
        ConsentDenialReceived: true,
      },
      written: Object.values(histories).flat(),
    }),
  ).toEqual([]);
});
