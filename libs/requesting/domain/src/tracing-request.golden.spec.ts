import { join } from 'node:path';
import { goldenFaults, readGolden } from '@vestigo/kernel/testing';
import { histories } from './testing/sample-request';
import { tracingRequest } from './tracing-request';
import type { TracingRequestEvent } from './tracing-request.events';
import { tracingRequestForms } from './tracing-request.forms';

const golden = {
  folder: join(__dirname, '..', 'golden'),
  decider: tracingRequest,
  forms: tracingRequestForms,
};

test('every event of a tracing request is read in each version in which it was ever stored', () => {
  expect(
    goldenFaults({
      ...golden,
      opening: (type) => (type.includes('Draft') ? 'RequestDrafted' : 'RequestSubmitted'),
      types: {
        RequestDrafted: true,
        DraftRevised: true,
        DraftApproved: true,
        RequestSubmitted: true,
        RequestResent: true,
        DeliveryFailed: true,
        ConsentQuestionDelivered: true,
        AnnouncementLapsed: true,
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

test.each([
  ['RequestDelivered', 'received'],
  ['AcknowledgementReceived', 'acknowledged'],
  ['RefusalReceived', 'refused'],
  ['RequestWithdrawn', 'withdrawn'],
  ['RequestClosed', 'closed'],
])('%s as it was first written, without a number, is the act that comes next', (type, status) => {
  const stream = [
    readGolden<TracingRequestEvent>(golden, 'RequestSubmitted', 1),
    readGolden<TracingRequestEvent>(golden, type, 1, `${type}.v1.as-first-written.json`),
  ];
  expect(stream.map(({ data }) => 'act' in data)).toEqual([false, false]);
  expect(stream.reduce(tracingRequest.evolve, tracingRequest.initial).status).toBe(status);
});
