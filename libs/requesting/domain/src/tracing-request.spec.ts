import { Rejection } from '@vestigo/kernel';
import { specificationOf } from '@vestigo/kernel/testing';
import { answersOf, MATTER_STATUSES, REQUESTING_EDGES, type RequestingStep } from '@vestigo/lifecycle';
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
  delayed,
  delivered,
  desk,
  failed,
  heard,
  histories,
  now,
  parties,
  refused,
  stateOf,
  submitted,
  withdrawn,
} from './testing/sample-request';
import { isSubmitted, REQUEST_STATUSES, tracingRequest } from './tracing-request';
import { answerReceivedV2 } from './tracing-request.upcast';
import { STEP_EVENTS, type TracingRequestEvent } from './tracing-request.events';

const { decide, evolve, initial } = tracingRequest;
const { given } = specificationOf(tracingRequest);
const statuses = Object.keys(histories) as readonly (keyof typeof histories)[];
const outcomeOf = (type: CommandType, history: readonly TracingRequestEvent[]) => {
  const decided = decide(commands[type], stateOf(history));
  return decided instanceof Rejection ? decided.code : decided.map((event) => event.type);
};

describe('a tracing request as its requesting State keeps it', () => {
  test('has a history for every status', () => {
    expect(statuses.map((status) => stateOf(histories[status]).status)).toEqual(statuses);
    expect(statuses).toEqual(['unknown', ...REQUEST_STATUSES]);
  });

  const steps: Readonly<Record<RequestingStep, CommandType>> = {
    supply: 'SupplyInformation',
    decline: 'DeclineInformation',
    'seek-clarification': 'SeekClarification',
    remind: 'SendReminder',
    withdraw: 'WithdrawRequest',
    close: 'CloseRequest',
    lapse: 'LapseRequest',
    reopen: 'ReopenRequest',
    'mark-duplicate': 'MarkDuplicate',
    'ask-consent': 'AskConsent',
    'give-notice': 'GiveDisclosureNotice',
  };

  describe.each(Object.keys(steps) as readonly RequestingStep[])('the act %s', (kind) => {
    test.each(MATTER_STATUSES)('is done only where the table of edges permits it: %s', (status) => {
      const outcome = outcomeOf(steps[kind], histories[status]);
      const permitted = (REQUESTING_EDGES[kind].from as readonly string[]).includes(status);
      if (!permitted) expect(outcome).not.toEqual([STEP_EVENTS[kind]]);
      else if (typeof outcome === 'string') expect(outcome).toMatch(/^[a-z-]+$/);
      else expect(outcome).toEqual([STEP_EVENTS[kind]]);
    });
  });

  test.each([
    ['sent', 'WithdrawRequest', ['RequestWithdrawn']],
    ['answered', 'WithdrawRequest', 'already-answered'],
    ['refused', 'WithdrawRequest', 'already-refused'],
    ['withdrawn', 'WithdrawRequest', []],
    ['acknowledged', 'CloseRequest', 'not-answered-yet'],
    ['answered', 'CloseRequest', ['RequestClosed']],
    ['redirected', 'CloseRequest', ['RequestClosed']],
    ['withdrawn', 'CloseRequest', 'already-withdrawn'],
    ['closed', 'CloseRequest', []],
    ['information-requested', 'SupplyInformation', ['InformationSupplied']],
    ['acknowledged', 'SupplyInformation', 'question-not-open'],
    ['acknowledged', 'SeekClarification', 'nothing-to-clarify'],
    ['refused', 'SeekClarification', ['ClarificationSought']],
    ['answered', 'AskConsent', ['ConsentAsked']],
    ['acknowledged', 'AskConsent', 'not-answered-yet'],
    ['answered', 'GiveDisclosureNotice', ['DisclosureNoticeGiven']],
    ['undeliverable', 'ResendRequest', ['RequestResent']],
    ['sent', 'ResendRequest', 'not-undeliverable'],
    ['received', 'RecordDeliveryFailure', []],
    ['draft', 'WithdrawRequest', 'not-submitted'],
    ['sent', 'SubmitRequest', 'already-submitted'],
    ['unknown', 'WithdrawRequest', 'request-not-found'],
  ] as const)('%s, %s: %j', (status, type, expected) => {
    expect(outcomeOf(type, histories[status])).toEqual(expected);
  });

  test('keeps parties, content, acts and what they add up to for its desk', () => {
    const { book, matter, ...rest } = submittedIn(histories.closed);
    expect(rest).toEqual({ status: 'closed', parties, content, returned: false, consentsDelivered: [] });
    expect(answersOf(book.heard)).toEqual(answer.answers);
    expect(matter).toEqual({
      status: 'closed',
      result: 'FULL',
      items: [{ item: 1, result: 'FULL', givenIn: [2] }],
      acknowledged: true,
      delayed: false,
      openQuestions: [],
      openClarifications: [],
      openConsents: [],
    });
  });

  test('keeps an answer that crossed its withdrawal, and stays withdrawn', () => {
    const { status, book } = submittedIn([...histories.withdrawn, answered]);
    expect([status, answersOf(book.heard)]).toEqual(['withdrawn', answer.answers]);
  });

  test('is open again when an answer comes that had not been seen when it lapsed (8.1)', () => {
    expect(submittedIn([...histories.lapsed, answered]).status).toBe('answered');
    expect(submittedIn([...histories.lapsed, delayed]).status).toBe('lapsed');
  });

  test('sends the same request again after it came back, under its first number', () => {
    given(histories.undeliverable)
      .when(commands.ResendRequest)
      .then([{ ...submitted, type: 'RequestResent', clock: clock('') }]);
    const resent = { ...submitted, type: 'RequestResent' } as const;
    expect(submittedIn([...histories.undeliverable, resent]).status).toBe('sent');
    expect(submittedIn([...histories.undeliverable, delivered]).status).toBe('received');
  });

  test('numbers its acts, and says how many of the other desk it had seen', () => {
    given(histories.acknowledged)
      .when(commands.SendReminder)
      .then([
        {
          type: 'ReminderSent',
          occurredAt: 900,
          clock: clock(''),
          data: { text: 'The trial begins in May.', act: { seq: 2, seen: 2 } },
        },
      ]);
  });

  test('keeps word that came early until that comes which it follows', () => {
    const early = submittedIn([submitted, answered]);
    expect([early.status, early.book.heard, early.book.early.length]).toEqual(['sent', [], 1]);
    const later = submittedIn([submitted, answered, delivered]);
    expect([later.status, later.book.early]).toEqual(['answered', []]);
    given([submitted, answered])
      .when(heard({ kind: 'answer', said: answer }, 2))
      .then([]);
  });

  test('takes the acts of a desk that numbers nothing in order, each once', () => {
    const history = [submitted, delivered, acknowledged, refused].map(unnumbered);
    expect(submittedIn(history).status).toBe('refused');
    given(history)
      .when(heard({ kind: 'acknowledge', said: {} }))
      .then([]);
  });

  test('loads a stream of the first slice: no numbers, one arm, its answer in the event', () => {
    const data = answerReceivedV2({
      respondedAt: 850,
      outcome: 'TRACED_LAST_HOLDER',
      answerClass: 'FULL',
    });
    const history = [submitted, delivered, acknowledged].map(unnumbered);
    const state = submittedIn([...history, { ...answered, data }, unnumbered(closed)]);
    expect([state.status, state.matter.result]).toEqual(['closed', 'FULL']);
    expect(state.book.own.map(({ kind, seq }) => [kind, seq])).toEqual([
      ['submit', 1],
      ['close', 2],
    ]);
  });

  test.each(CONCLUSIONS)('carries the conclusion %s in its clock facts', (conclusion) => {
    const data = { conclusion, act: { seq: 2, seen: 2 } };
    given(histories.refused)
      .when({ type: 'CloseRequest', ...desk, conclusion })
      .then([{ type: 'RequestClosed', occurredAt: 900, clock: clock(conclusion), data }]);
  });

  test.each(commandTypes)('%s is not taken before it has happened', (type) => {
    given(histories.sent)
      .when({ ...commands[type], at: now + 1 })
      .then('in-the-future');
  });

  test.each(['WithdrawRequest', 'ReopenRequest', 'LapseRequest'] as const)('%s says why', (type) => {
    const history = type === 'ReopenRequest' ? histories.lapsed : histories.received;
    given(history)
      .when({ ...commands[type], reason: ' ' })
      .then('words-missing');
  });

  test('is no duplicate of itself', () => {
    given(histories.received)
      .when({ ...commands.MarkDuplicate, duplicateOf: parties.requestId })
      .then('own-duplicate');
  });

  test('refuses to decide on a history it does not understand', () => {
    const later = { type: 'RequestForwarded', occurredAt: 1, clock: null, data: {} } as unknown;
    expect(() => evolve(stateOf(histories.sent), later as TracingRequestEvent)).toThrow(
      'event is not known here',
    );
    expect(() => evolve(initial, delivered)).toThrow('RequestDelivered stands before RequestSubmitted');
    expect(() => evolve(initial, { ...submitted, clock: null })).toThrow(
      'RequestSubmitted carries no clock facts',
    );
  });

  test('knows nothing of a withdrawal that failed to reach the other desk', () => {
    const history = [...histories.received, withdrawn];
    given(history).when(commands.RecordDeliveryFailure).then([]);
    given(histories.sent).when(commands.RecordDeliveryFailure).then([failed]);
  });
});

function submittedIn(history: readonly TracingRequestEvent[]) {
  const state = stateOf(history);
  if (!isSubmitted(state)) throw new Error('the request has not left its desk');
  return state;
}

function unnumbered(event: TracingRequestEvent): TracingRequestEvent {
  const { act: _, ...data } = event.data as { readonly act?: object };
  return { ...event, data } as TracingRequestEvent;
}
