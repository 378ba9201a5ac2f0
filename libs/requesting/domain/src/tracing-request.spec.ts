import { specificationOf } from '@vestigo/kernel/testing';
import { CONCLUSIONS } from './codes';
import {
  acknowledged,
  answer,
  answered,
  clock,
  closed,
  commands,
  type CommandType,
  commandTypes,
  content,
  delivered,
  desk,
  failed,
  histories,
  now,
  parties,
  refusal,
  refused,
  stateOf,
  submitted,
  withdrawn,
} from './testing/sample-request';
import { REQUEST_STATUSES, tracingRequest } from './tracing-request';
import type { TracingRequestEvent } from './tracing-request.events';

const { evolve, initial } = tracingRequest;
const { given } = specificationOf(tracingRequest);

type Expected = readonly TracingRequestEvent[] | string;
const nothing: Expected = [];
const unknown = 'request-not-found';
const table: readonly (readonly [keyof typeof histories, Readonly<Record<CommandType, Expected>>])[] = [
  [
    'unknown',
    {
      SubmitRequest: [submitted],
      WithdrawRequest: unknown,
      CloseRequest: unknown,
      RecordDelivery: unknown,
      RecordDeliveryFailure: unknown,
      RecordAcknowledgement: unknown,
      RecordAnswer: unknown,
      RecordRefusal: unknown,
    },
  ],
  ['submitted', open({ RecordDelivery: [delivered], RecordDeliveryFailure: [failed] })],
  ['undeliverable', open({ RecordDelivery: [delivered] })],
  ['delivered', open({})],
  ['acknowledged', open({ RecordAcknowledgement: nothing })],
  ['answered', ended({ CloseRequest: [closed] })],
  ['refused', ended({ WithdrawRequest: 'already-refused', CloseRequest: [closed] })],
  ['withdrawn', ended({ WithdrawRequest: nothing, RecordAnswer: [answered], RecordRefusal: [refused] })],
  ['closed', ended({ WithdrawRequest: 'already-closed', CloseRequest: nothing })],
];

function open(more: Partial<Record<CommandType, Expected>>): Record<CommandType, Expected> {
  return {
    SubmitRequest: 'already-submitted',
    WithdrawRequest: [withdrawn],
    CloseRequest: 'not-answered-yet',
    RecordDelivery: nothing,
    RecordDeliveryFailure: nothing,
    RecordAcknowledgement: [acknowledged],
    RecordAnswer: [answered],
    RecordRefusal: [refused],
    ...more,
  };
}

function ended(more: Partial<Record<CommandType, Expected>>): Record<CommandType, Expected> {
  return {
    SubmitRequest: 'already-submitted',
    WithdrawRequest: 'already-answered',
    CloseRequest: 'not-answered-yet',
    RecordDelivery: nothing,
    RecordDeliveryFailure: nothing,
    RecordAcknowledgement: nothing,
    RecordAnswer: nothing,
    RecordRefusal: nothing,
    ...more,
  };
}

describe('a tracing request as its requesting State keeps it', () => {
  describe.each(table)('when it is %s', (status, expected) => {
    test('stands where its history says', () => {
      expect(stateOf(histories[status]).status).toBe(status);
    });

    test.each(commandTypes)('%s', (type) => {
      given(histories[status]).when(commands[type]).then(expected[type]);
    });
  });

  test('has a history for every status', () => {
    expect(table.map(([status]) => status)).toEqual(['unknown', ...REQUEST_STATUSES]);
  });

  test('keeps parties, content and answer for its desk', () => {
    expect(stateOf(histories.closed)).toEqual({ status: 'closed', parties, content, answer });
    expect(stateOf(histories.refused)).toEqual({ status: 'refused', parties, content, refusal });
  });

  test('keeps an answer that crossed its withdrawal, and stays withdrawn', () => {
    expect(stateOf([...histories.withdrawn, answered])).toEqual({
      status: 'withdrawn',
      parties,
      content,
      answer,
    });
  });

  test.each(CONCLUSIONS)('carries the conclusion %s in its clock facts', (conclusion) => {
    given(histories.refused)
      .when({ type: 'CloseRequest', ...desk, conclusion })
      .then([{ type: 'RequestClosed', occurredAt: 900, clock: clock(conclusion), data: { conclusion } }]);
  });

  test.each(commandTypes)('%s is not taken before it has happened', (type) => {
    given(histories.submitted)
      .when({ ...commands[type], at: now + 1 })
      .then('in-the-future');
  });

  test('refuses to decide on a history it does not understand', () => {
    const later = { type: 'RequestReopened', occurredAt: 1, clock: null, data: {} } as unknown;
    expect(() => evolve(stateOf(histories.submitted), later as TracingRequestEvent)).toThrow(
      'event is not known here',
    );
    expect(() => evolve(initial, delivered)).toThrow('RequestDelivered stands before RequestSubmitted');
    expect(() => evolve(initial, { ...submitted, clock: null })).toThrow(
      'RequestSubmitted carries no clock facts',
    );
  });
});
