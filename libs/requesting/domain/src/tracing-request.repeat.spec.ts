import * as fc from 'fast-check';
import { Rejection } from '@vestigo/kernel';
import { answer, delivered, heard, histories, refusal, stateOf } from './testing/sample-request';
import { tracingRequest } from './tracing-request';
import type { RecordReply } from './tracing-request.commands';
import type { TracingRequestEvent } from './tracing-request.events';

const { decide, evolve } = tracingRequest;

describe('word that comes again', () => {
  const said = [
    { kind: 'receive', said: {} },
    { kind: 'acknowledge', said: {} },
    { kind: 'answer', said: answer },
    { kind: 'refuse', said: refusal },
  ] as const;
  const numbered = said.map((reply, index) => heard(reply, index + 1));
  const hear = (replies: readonly RecordReply[], history: readonly TracingRequestEvent[]) =>
    replies.reduce((state, reply) => {
      const decided = decide(reply, state);
      if (decided instanceof Rejection) throw decided;
      return decided.reduce(evolve, state);
    }, stateOf(history));
  const known = fc.constantFrom(histories.sent, histories.undeliverable, [...histories.sent, delivered]);
  const some = fc.array(fc.constantFrom(...numbered));

  test('adds nothing, at once or later', () => {
    fc.assert(
      fc.property(known, some, (history, replies) => {
        const once = hear(replies, history);
        expect(hear([...replies.flatMap((reply) => [reply, reply]), ...replies], history)).toEqual(once);
      }),
    );
  });

  test('leads to the same matter in whatever order it came', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...numbered], { minLength: 4 }), (replies) => {
        expect(hear(replies, histories.sent)).toEqual(hear(numbered, histories.sent));
      }),
    );
  });

  test('from a desk that numbers nothing adds nothing either', () => {
    const unnumbered = said.map((reply) => heard(reply));
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...unnumbered)), (replies) => {
        expect(hear([...replies, ...replies], histories.sent)).toEqual(hear(replies, histories.sent));
      }),
    );
  });
});
