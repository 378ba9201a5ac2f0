import { specificationOf } from '@vestigo/kernel/testing';
import {
  acknowledged,
  answer,
  answered,
  clockBasis,
  closed,
  commands,
  type CommandType,
  commandTypes,
  content,
  histories,
  now,
  parties,
  receive,
  received,
  receivedAt,
  refused,
  replyFailed,
  stateOf,
  withdrawn,
} from './testing/sample-case';
import { CASE_STATUSES, type CaseStatus, traceCase } from './trace-case';
import type { TraceCaseEvent } from './trace-case.events';

const { decide, evolve, initial } = traceCase;
const { given } = specificationOf(traceCase);

type Expected = readonly TraceCaseEvent[] | string;
const nothing: Expected = [];
const unknown = 'case-not-found';

function open(more: Partial<Record<CommandType, Expected>>): Record<CommandType, Expected> {
  return {
    ReceiveRequest: nothing,
    AcknowledgeCase: [acknowledged],
    AnswerCase: [answered],
    RefuseCase: [refused],
    RecordWithdrawal: [withdrawn],
    RecordClosure: 'not-answered-yet',
    RecordReplyFailure: [replyFailed],
    ...more,
  };
}

function ended(status: CaseStatus, closure: Expected): Record<CommandType, Expected> {
  const code = `already-${status}`;
  return open({
    AcknowledgeCase: code,
    AnswerCase: code,
    RefuseCase: code,
    RecordWithdrawal: nothing,
    RecordClosure: closure,
  });
}

const table: readonly (readonly [keyof typeof histories, Readonly<Record<CommandType, Expected>>])[] = [
  [
    'unknown',
    {
      ReceiveRequest: [received],
      AcknowledgeCase: unknown,
      AnswerCase: unknown,
      RefuseCase: unknown,
      RecordWithdrawal: unknown,
      RecordClosure: unknown,
      RecordReplyFailure: unknown,
    },
  ],
  ['received', open({})],
  ['acknowledged', open({ AcknowledgeCase: nothing })],
  ['answered', ended('answered', [closed])],
  ['refused', ended('refused', [closed])],
  ['withdrawn', ended('withdrawn', nothing)],
  ['closed', ended('closed', nothing)],
];

describe('a tracing request as the State asked keeps it', () => {
  describe.each(table)('when it is %s', (status, expected) => {
    test('stands where its history says', () => {
      expect(stateOf(histories[status]).status).toBe(status);
    });

    test.each(commandTypes)('%s', (type) => {
      given(histories[status]).when(commands[type]).then(expected[type]);
    });
  });

  test('has a history for every status', () => {
    expect(table.map(([status]) => status)).toEqual(['unknown', ...CASE_STATUSES]);
  });

  test('keeps parties, content, clock basis and answer for its desk', () => {
    expect(stateOf(histories.closed)).toEqual({
      status: 'closed',
      parties,
      receivedAt,
      content,
      clockBasis,
      answer: { ...answer, answerClass: 'FULL' },
    });
  });

  test('a resend with another text and another day starts no clock anew', () => {
    given(histories.acknowledged)
      .when({
        ...receive,
        at: 999,
        clockBasis: 'URGENT;ITI;UTC;6,0',
        content: { ...content, priority: 'URGENT' },
      })
      .then([]);
  });

  test('a reply that could not be delivered changes nothing of the case', () => {
    expect(stateOf([...histories.answered, replyFailed, replyFailed])).toEqual(stateOf(histories.answered));
  });

  test.each(['AcknowledgeCase', 'AnswerCase', 'RefuseCase'] as const)(
    '%s can be logged late, at the receipt at the earliest',
    (type) => {
      given([received])
        .when({ ...commands[type], at: receivedAt - 1 })
        .then('before-receipt');
      expect(decide({ ...commands[type], at: receivedAt }, stateOf([received]))).toMatchObject([
        { occurredAt: receivedAt },
      ]);
    },
  );

  test.each(['AcknowledgeCase', 'AnswerCase', 'RefuseCase'] as const)(
    '%s by a clock that was set back behind the receipt is dated with the receipt',
    (type) => {
      const now = receivedAt - 3_600_000;
      expect(decide({ ...commands[type], at: now, now }, stateOf([received]))).toMatchObject([
        { occurredAt: receivedAt },
      ]);
    },
  );

  test.each(commandTypes)('%s is not taken before it has happened', (type) => {
    given(histories.received)
      .when({ ...commands[type], at: now + 1 })
      .then('in-the-future');
  });

  test('refuses to decide on a history it does not understand', () => {
    const later = { type: 'CaseReopened', occurredAt: 1, clock: null, data: {} } as unknown;
    expect(() => evolve(stateOf([received]), later as TraceCaseEvent)).toThrow('event is not known here');
    expect(() => evolve(initial, answered)).toThrow('CaseAnswered stands before CaseReceived');
    expect(() => evolve(initial, { ...received, clock: null })).toThrow(
      'CaseReceived carries no clock facts',
    );
  });
});
