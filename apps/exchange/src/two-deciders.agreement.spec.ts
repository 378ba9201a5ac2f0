import * as fc from 'fast-check';
import { type DomainEvent, Rejection } from '@vestigo/kernel';
import { MATTER_STATUSES } from '@vestigo/lifecycle';
import { type AnyTracingMessage, decode, isSaidBy, ONE_HOUSE } from '@vestigo/protocol';
import { heardIn, requestingOutbound } from '@vestigo/requesting';
import {
  type TracingRequest,
  tracingRequest,
  type TracingRequestCommand,
  type TracingRequestEvent,
} from '@vestigo/requesting/domain';
import { respondingOutbound, wordIn } from '@vestigo/responding';
import {
  type TraceCase,
  traceCase,
  type TraceCaseCommand,
  type TraceCaseEvent,
} from '@vestigo/responding/domain';
import {
  act,
  anyRequestingStep,
  anyRespondingStep,
  expectAgreement,
  parties,
  submit,
} from './testing/agreement';

describe('two deciders with a channel each way', () => {
  /** One desk of each State, and every letter that they have sent. */
  class Desks {
    request: TracingRequest = tracingRequest.initial;
    found: TraceCase = traceCase.initial;
    readonly requests: (() => void)[] = [];
    readonly replies: (() => void)[] = [];
    written = 0;

    ask(command: TracingRequestCommand): Rejection | undefined {
      const decided = tracingRequest.decide(command, this.request);
      if (decided instanceof Rejection) return decided;
      this.request = decided.reduce(tracingRequest.evolve, this.request);
      this.written += decided.length;
      this.requests.push(...decided.flatMap((event) => this.letterTo('USA', event) ?? []));
      return undefined;
    }

    reply(command: TraceCaseCommand): Rejection | undefined {
      const decided = traceCase.decide(command, this.found);
      if (decided instanceof Rejection) return decided;
      this.found = decided.reduce(traceCase.evolve, this.found);
      this.written += decided.length;
      this.replies.push(...decided.flatMap((event) => this.letterTo('TTO', event) ?? []));
      return undefined;
    }

    private letterTo(state: 'TTO' | 'USA', event: TracingRequestEvent | TraceCaseEvent) {
      if (event.type === 'RequestSubmitted' || event.type === 'RequestResent') {
        const clockBasis = 'ROUTINE;ITI;UTC;6,0';
        const { content } = submit;
        return () =>
          this.taken(this.reply({ type: 'ReceiveRequest', by: 'TTO', ...act, parties, content, clockBasis }));
      }
      const message = messageOf(event);
      if (!message) return undefined;
      if (state === 'USA') return () => this.takeWord(message);
      return () => this.takeReply(message);
    }

    private takeWord(message: AnyTracingMessage): void {
      if (!isSaidBy('requesting', message) || message.kind === 'request-submitted') {
        throw new Error(`${message.kind} is no word`);
      }
      const word = wordIn(message);
      this.taken(this.reply({ type: 'RecordWord', by: 'TTO', ...act, word, number: message.act }));
    }

    private takeReply(message: AnyTracingMessage): void {
      const command = heardIn(message, act.now);
      if (command instanceof Rejection) throw command;
      this.taken(this.ask(command));
    }

    private taken(refused: Rejection | undefined): void {
      expect(refused?.code).toBeUndefined();
    }
  }

  /** What the outbox of a desk makes of an event, as the other desk reads it. */
  function messageOf(event: TracingRequestEvent | TraceCaseEvent): AnyTracingMessage | undefined {
    const recorded = <Event extends DomainEvent>(one: Event) => ({
      id: '01980000-0000-7000-8000-000000000001',
      stream: '',
      version: 1,
      position: 1,
      recordedAt: 1,
      event: one,
      meta: { actor: 'a', state: null, role: 'officer', correlationId: 'c', causationId: 'c' },
    });
    const letter =
      requestingOutbound(ONE_HOUSE).letterOf(recorded(event as TracingRequestEvent)) ??
      respondingOutbound(ONE_HOUSE).letterOf(recorded(event as TraceCaseEvent));
    const message = letter && decode(letter.message.body);
    if (message instanceof Rejection) throw message;
    return message;
  }

  const anyStep = fc.oneof(
    { weight: 6, arbitrary: fc.record({ letter: fc.constantFrom('requests', 'replies'), pick: fc.nat() }) },
    { weight: 4, arbitrary: anyRequestingStep },
    { weight: 6, arbitrary: anyRespondingStep },
    { weight: 1, arbitrary: fc.constant('come back' as const) },
    { weight: 1, arbitrary: fc.constant('resend' as const) },
  );

  type Step = typeof anyStep extends fc.Arbitrary<infer One> ? One : never;

  function perform(desks: Desks, step: Step): void {
    if (step === 'come back') {
      desks.ask({ type: 'RecordDeliveryFailure', by: 'USA', ...act, reason: 'not-json' });
    } else if (step === 'resend') {
      desks.ask({ type: 'ResendRequest', by: 'TTO', ...act });
    } else if ('letter' in step) {
      const sent = desks[step.letter];
      sent[step.pick % sent.length]?.();
    } else if (step.by === 'TTO') {
      desks.ask(step as TracingRequestCommand);
    } else {
      desks.reply(step as TraceCaseCommand);
    }
  }

  /** Every letter once more, in an order that follows from the seeds. */
  function deliverAll(desks: Desks, seeds: readonly number[]): void {
    for (let sent = -1; sent < desks.requests.length + desks.replies.length;) {
      sent = desks.requests.length + desks.replies.length;
      const letters = [...desks.requests, ...desks.replies];
      letters
        .map((deliver, index) => ({ deliver, place: (seeds[index % seeds.length] ?? 0) * (index + 1) }))
        .toSorted((one, other) => (one.place % 97) - (other.place % 97))
        .forEach(({ deliver }) => deliver());
    }
  }

  test('leave both States agreeing, in whatever order they act and letters come, however often', () => {
    const reached = new Set<string>();
    fc.assert(
      fc.property(
        fc.array(anyStep, { maxLength: 60, size: 'max' }),
        fc.array(fc.nat(1000), { minLength: 5, maxLength: 11 }),
        (steps, seeds) => {
          const desks = new Desks();
          desks.ask(submit);
          for (const step of steps) {
            perform(desks, step);
            reached.add(desks.request.status).add(desks.found.status);
          }
          deliverAll(desks, seeds);
          expectAgreement(desks.request, desks.found);
          const { written, request, found } = desks;
          deliverAll(desks, seeds.toReversed());
          expect([desks.written, desks.request, desks.found]).toEqual([written, request, found]);
        },
      ),
      { numRuns: 800 },
    );
    const everywhere = MATTER_STATUSES.filter((status) => status !== 'sent' && status !== 'undeliverable');
    expect(everywhere.filter((status) => !reached.has(status))).toEqual([]);
  });
});
