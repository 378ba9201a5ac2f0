import { Rejection } from '@vestigo/kernel';
import { specificationOf } from '@vestigo/kernel/testing';
import { answersOf, RESPONDING_EDGES, type RespondingStep } from '@vestigo/lifecycle';
import {
  acknowledged,
  answer,
  answered,
  clock,
  clockBasis,
  closed,
  commands,
  type CommandType,
  commandTypes,
  consentAsked,
  content,
  delayed,
  heard,
  histories,
  now,
  parties,
  receive,
  received,
  receivedAt,
  replyFailed,
  restricted,
  stateOf,
  unclear,
  withdrawn,
} from './testing/sample-case';
import { CASE_STATUSES, traceCase } from './trace-case';
import { caseAnsweredV2 } from './trace-case.upcast';
import { STEP_EVENTS, type TraceCaseEvent } from './trace-case.events';

const { decide, evolve, initial } = traceCase;
const { given } = specificationOf(traceCase);
const statuses = Object.keys(histories) as readonly (keyof typeof histories)[];
const outcomeOf = (type: CommandType, history: readonly TraceCaseEvent[]) => {
  const decided = decide(commands[type], stateOf(history));
  return decided instanceof Rejection ? decided.code : decided.map((event) => event.type);
};

const steps: Readonly<Record<RespondingStep, CommandType>> = {
  acknowledge: 'AcknowledgeCase',
  'request-information': 'RequestInformation',
  'start-search': 'StartSearch',
  'notify-delay': 'NotifyDelay',
  answer: 'AnswerCase',
  supplement: 'SupplementAnswer',
  correct: 'CorrectAnswer',
  restrict: 'ImposeRestriction',
  lift: 'LiftRestriction',
  refuse: 'RefuseCase',
  'refuse-items': 'RefuseItems',
  clarify: 'GiveClarification',
  redirect: 'RedirectCase',
  'give-consent': 'GiveConsent',
  'deny-consent': 'DenyConsent',
};
const stepTypes = Object.values(steps);

describe('a tracing request as the State asked keeps it', () => {
  test('has a history for every status that it can have', () => {
    expect(statuses.map((status) => stateOf(histories[status]).status)).toEqual(statuses);
    const ours = CASE_STATUSES.filter((status) => status !== 'sent' && status !== 'undeliverable');
    expect(statuses.toSorted()).toEqual(['unknown', ...ours].toSorted());
  });

  describe.each(Object.keys(steps) as readonly RespondingStep[])('the act %s', (kind) => {
    test.each(statuses)('is done only where the table of edges permits it: %s', (status) => {
      const outcome = outcomeOf(steps[kind], histories[status]);
      const permitted = (RESPONDING_EDGES[kind].from as readonly string[]).includes(status);
      if (!permitted) expect(outcome).not.toEqual([STEP_EVENTS[kind]]);
      else if (typeof outcome === 'string') expect(outcome).toMatch(/^[a-z-]+$/);
      // Nothing is written of what is already the case.
      else expect([[STEP_EVENTS[kind]], []]).toContainEqual(outcome);
    });
  });

  test.each([
    ['unknown', 'AcknowledgeCase', 'case-not-found'],
    ['received', 'AcknowledgeCase', ['CaseAcknowledged']],
    ['acknowledged', 'AcknowledgeCase', []],
    ['answered', 'AcknowledgeCase', 'already-answered'],
    ['received', 'StartSearch', 'not-acknowledged-yet'],
    ['in-search', 'StartSearch', []],
    ['received', 'AnswerCase', ['CaseAnswered']],
    ['answered', 'AnswerCase', 'already-answered'],
    ['refused', 'AnswerCase', 'already-refused'],
    ['clarification-open', 'AnswerCase', ['CaseAnswered']],
    ['lapsed', 'AnswerCase', ['CaseAnswered']],
    ['withdrawn', 'AnswerCase', 'already-withdrawn'],
    ['received', 'SupplementAnswer', 'not-answered-yet'],
    ['answered', 'SupplementAnswer', ['AnswerSupplemented']],
    ['closed', 'CorrectAnswer', ['AnswerCorrected']],
    ['answered', 'LiftRestriction', 'not-restricted'],
    ['answered', 'RefuseCase', 'already-answered'],
    ['refused', 'RefuseItems', 'already-refused'],
    ['received', 'GiveClarification', 'no-clarification-open'],
    ['clarification-open', 'GiveClarification', ['ClarificationGiven']],
    ['in-search', 'RedirectCase', 'already-in-search'],
    ['answered', 'GiveConsent', 'consent-not-open'],
  ] as const)('%s, %s: %j', (status, type, expected) => {
    expect(outcomeOf(type, histories[status])).toEqual(expected);
  });

  test('keeps parties, content, clock basis and acts for its desk', () => {
    const { book, matter, ...rest } = heldIn(histories.closed);
    expect(rest).toEqual({ status: 'closed', parties, receivedAt, content, clockBasis });
    expect(answersOf(book.own)).toEqual([answer]);
    expect(matter.items).toEqual([{ item: 1, result: 'FULL', givenIn: [2] }]);
  });

  test('a resend with another text and another day starts no clock anew', () => {
    const again = { ...content, priority: 'URGENT' };
    given(histories.acknowledged)
      .when({ ...receive, at: 999, clockBasis: 'URGENT;ITI;UTC;6,0', content: again })
      .then([]);
  });

  test('a reply that could not be delivered changes nothing of the case', () => {
    expect(stateOf([...histories.answered, replyFailed, replyFailed])).toEqual(stateOf(histories.answered));
  });

  test('an answer that crossed the withdrawal is kept, and the matter stays withdrawn', () => {
    const { status, book } = heldIn([received, answered, withdrawn]);
    expect([status, answersOf(book.own)]).toEqual(['withdrawn', [answer]]);
  });

  test('says in its clock facts how the whole request is answered after each act', () => {
    given([received, answered]).when(commands.ImposeRestriction).then([restricted]);
    const lifted = { items: [1], reason: 'The inquiry is closed.', act: { seq: 4, seen: 1 } };
    given([received, answered, restricted])
      .when(commands.LiftRestriction)
      .then([{ type: 'RestrictionLifted', occurredAt: 900, clock: clock('FULL'), data: lifted }]);
  });

  test('notifies a delay with its ground, its reason and the day expected (ITI 22, 23)', () => {
    given([received]).when(commands.NotifyDelay).then([delayed]);
    expect(heldIn([received, delayed]).matter).toMatchObject({ status: 'received', delayed: true });
  });

  test('numbers its questions, and its consents go by the number that was asked', () => {
    given(histories['information-requested'])
      .when(commands.RequestInformation)
      .then([
        {
          type: 'InformationRequested',
          occurredAt: 900,
          clock: clock('2'),
          data: { question: 2, text: 'Is there a number on the slide?', act: { seq: 3, seen: 1 } },
        },
      ]);
    const given1 = { consent: 1, terms: 'For this inquiry alone.', act: { seq: 3, seen: 2 } };
    given([received, answered, consentAsked])
      .when(commands.GiveConsent)
      .then([{ type: 'ConsentGiven', occurredAt: 900, clock: clock('1'), data: given1 }]);
  });

  test('word that came before the request is kept, and counts when that has come', () => {
    const early = { ...withdrawn, data: { ...withdrawn.data, from: 'TTO' } };
    given([]).when(commands.RecordWord).then([early]);
    given([early]).when(commands.RecordWord).then([]);
    expect(stateOf([early]).status).toBe('unknown');
    expect(stateOf([early, received]).status).toBe('withdrawn');
    const foreign = { ...early, data: { ...early.data, from: 'BRA' } };
    expect(stateOf([foreign, received]).status).toBe('received');
  });

  test('word without a number is taken in order, and not before the request', () => {
    const withdraw = heard({ kind: 'withdraw', said: { reason: 'Returned.' } });
    given([]).when(withdraw).then('case-not-found');
    given(histories.withdrawn).when(withdraw).then([]);
  });

  test('a closure without a number waits for an answer to be about', () => {
    const close = heard({ kind: 'close', said: { conclusion: 'LEAD_EXHAUSTED' } });
    given(histories.acknowledged).when(close).then('not-answered-yet');
    expect(outcomeOf('RecordWord', histories.acknowledged)).toEqual(['CaseWithdrawn']);
    expect(decide(close, stateOf(histories.answered))).toMatchObject([{ type: 'CaseClosed' }]);
  });

  test('word that overtook other word waits for it', () => {
    const late = { ...closed, data: { ...closed.data, act: { seq: 3, seen: 2 } } };
    expect(stateOf([received, answered, late]).status).toBe('answered');
    expect(stateOf([received, answered, late, unclear]).status).toBe('closed');
  });

  test('loads a stream of the first slice: no numbers, one arm, its answer in the event', () => {
    const { item: _, ...flat } = answer;
    const first = { ...answered, data: caseAnsweredV2({ ...flat, answerClass: 'FULL' }) };
    const history = [unnumbered(received), unnumbered(acknowledged), first, unnumbered(closed)];
    const { status, book } = heldIn(history);
    expect([status, answersOf(book.own)]).toEqual(['closed', [answer]]);
    expect(book.own.map(({ kind, seq }) => [kind, seq])).toEqual([
      ['receive', 1],
      ['acknowledge', 2],
      ['answer', 3],
    ]);
  });

  test.each(stepTypes)('%s can be logged late, at the receipt at the earliest', (type) => {
    given([received])
      .when({ ...commands[type], at: receivedAt - 1 })
      .then('before-receipt');
  });

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
    const later = { type: 'CaseForwarded', occurredAt: 1, clock: null, data: {} } as unknown;
    expect(() => evolve(stateOf([received]), later as TraceCaseEvent)).toThrow('event is not known here');
    expect(() => evolve(initial, answered)).toThrow('CaseAnswered stands before CaseReceived');
    expect(() => evolve(initial, unnumbered(withdrawn))).toThrow('CaseWithdrawn stands before CaseReceived');
    expect(() => evolve(initial, { ...received, clock: null })).toThrow(
      'CaseReceived carries no clock facts',
    );
  });
});

function heldIn(history: readonly TraceCaseEvent[]) {
  const state = stateOf(history);
  if (state.status === 'unknown') throw new Error('the request has not come');
  return state;
}

function unnumbered(event: TraceCaseEvent): TraceCaseEvent {
  const { act: _, ...data } = event.data as { readonly act?: object };
  return { ...event, data } as TraceCaseEvent;
}
