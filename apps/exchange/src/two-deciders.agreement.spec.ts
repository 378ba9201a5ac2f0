import * as fc from 'fast-check';
import { type DomainEvent, Rejection } from '@vestigo/kernel';
import {
  type TracingRequest,
  tracingRequest,
  type TracingRequestCommand,
  type TracingRequestEvent,
} from '@vestigo/requesting/domain';
import {
  type TraceCase,
  traceCase,
  type TraceCaseCommand,
  type TraceCaseEvent,
} from '@vestigo/responding/domain';
import {
  act,
  expectAgreement,
  isRequesterAct,
  isResponderAct,
  parties,
  requesterActs,
  responderActs,
} from './testing/agreement';

describe('two deciders with a channel each way', () => {
  /** Messages of one request in order; any of them may come again before those that follow. */
  class Channel<Event extends DomainEvent> {
    private readonly sent: Event[] = [];
    private next = 0;

    send(events: readonly Event[]): void {
      this.sent.push(...events);
    }

    take(): Event | undefined {
      const event = this.sent[this.next];
      if (event) this.next += 1;
      return event;
    }

    rewind(count: number): void {
      this.next = Math.max(0, this.next - count);
    }
  }

  const heardByCase = (event: TracingRequestEvent): TraceCaseCommand | undefined => {
    switch (event.type) {
      case 'RequestSubmitted':
        return {
          type: 'ReceiveRequest',
          by: 'TTO',
          ...act,
          parties,
          content: event.data,
          clockBasis: 'ROUTINE;ITI;UTC;6,0',
        };
      case 'RequestWithdrawn':
        return { type: 'RecordWithdrawal', by: 'TTO', ...act, reason: event.data.reason };
      case 'RequestClosed':
        return { type: 'RecordClosure', by: 'TTO', ...act, conclusion: event.data.conclusion };
      case 'RequestDelivered':
      case 'DeliveryFailed':
      case 'AcknowledgementReceived':
      case 'AnswerReceived':
      case 'RefusalReceived':
        return undefined;
    }
  };
  const heardByRequest = (event: TraceCaseEvent): TracingRequestCommand | undefined => {
    const word = { by: 'USA', ...act, respondedAt: event.occurredAt };
    switch (event.type) {
      case 'CaseReceived':
        return { type: 'RecordDelivery', ...word };
      case 'CaseAcknowledged':
        return { type: 'RecordAcknowledgement', ...word };
      case 'CaseAnswered':
        return { type: 'RecordAnswer', ...word, answer: event.data };
      case 'CaseRefused': {
        const { ground, reason } = event.data;
        return { type: 'RecordRefusal', ...word, refusal: { ground, reason } };
      }
      case 'CaseWithdrawn':
      case 'CaseClosed':
      case 'ReplyDeliveryFailed':
        return undefined;
    }
  };

  const anyStep = fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom('deliver request', 'deliver reply') },
    { weight: 3, arbitrary: fc.constantFrom('acknowledge', 'answer', 'refuse') },
    { weight: 3, arbitrary: fc.constant('close') },
    { weight: 1, arbitrary: fc.constant('withdraw') },
    {
      weight: 2,
      arbitrary: fc.record({
        rewind: fc.constantFrom('requests', 'replies'),
        count: fc.integer({ min: 1, max: 4 }),
      }),
    },
  );

  test('leave both States agreeing, in whatever order they act and however often a message comes', () => {
    const reached = new Set<string>();
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 40, size: 'max' }), (steps) => {
        const requests = new Channel<TracingRequestEvent>();
        const replies = new Channel<TraceCaseEvent>();
        let request: TracingRequest = tracingRequest.initial;
        let held: TraceCase = traceCase.initial;
        const onRequest = (command: TracingRequestCommand) => {
          const decided = tracingRequest.decide(command, request);
          if (decided instanceof Rejection) return decided;
          request = decided.reduce(tracingRequest.evolve, request);
          requests.send(decided);
          return undefined;
        };
        const onCase = (command: TraceCaseCommand) => {
          const decided = traceCase.decide(command, held);
          if (decided instanceof Rejection) return decided;
          held = decided.reduce(traceCase.evolve, held);
          replies.send(decided);
          return undefined;
        };
        const deliverRequest = () => {
          const event = requests.take();
          const command = event && heardByCase(event);
          if (command) expect(onCase(command)).toBeUndefined();
          return event !== undefined;
        };
        const deliverReply = () => {
          const event = replies.take();
          const command = event && heardByRequest(event);
          if (command) expect(onRequest(command)).toBeUndefined();
          return event !== undefined;
        };
        onRequest(requesterActs.submit);
        for (const step of steps) {
          if (typeof step !== 'string') (step.rewind === 'requests' ? requests : replies).rewind(step.count);
          else if (step === 'deliver request') deliverRequest();
          else if (step === 'deliver reply') deliverReply();
          else if (isRequesterAct(step)) onRequest(requesterActs[step]);
          else if (isResponderAct(step)) onCase(responderActs[step]);
        }
        for (let moved = true; moved;) moved = [deliverRequest(), deliverReply()].includes(true);
        expectAgreement(request, held);
        reached.add(`${request.status} ${held.status}`);
      }),
      { numRuns: 2000 },
    );
    expect([...reached].toSorted()).toEqual([
      'acknowledged acknowledged',
      'answered answered',
      'closed closed',
      'delivered received',
      'refused refused',
      'withdrawn answered',
      'withdrawn refused',
      'withdrawn withdrawn',
    ]);
  });
});
