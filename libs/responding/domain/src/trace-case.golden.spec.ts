import { join } from 'node:path';
import { goldenFaults, readGolden } from '@vestigo/kernel/testing';
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
import type { TraceCaseEvent } from './trace-case.events';
import { traceCaseForms } from './trace-case.forms';

const golden = {
  folder: join(__dirname, '..', 'golden'),
  decider: traceCase,
  forms: traceCaseForms,
};

test('every event of a case is read in each version in which it was ever stored', () => {
  expect(
    goldenFaults({
      ...golden,
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

test.each([
  ['CaseAcknowledged', 'acknowledged'],
  ['CaseRefused', 'refused'],
  ['CaseWithdrawn', 'withdrawn'],
  ['CaseClosed', 'closed'],
])('%s as it was first written, without a number, is the act that comes next', (type, status) => {
  const stream = [
    readGolden<TraceCaseEvent>(golden, 'CaseReceived', 1),
    readGolden<TraceCaseEvent>(golden, type, 1, `${type}.v1.as-first-written.json`),
  ];
  expect(stream.map(({ data }) => 'act' in data)).toEqual([false, false]);
  expect(stream.reduce(traceCase.evolve, traceCase.initial).status).toBe(status);
});
