import * as fc from 'fast-check';
import { Rejection } from '@vestigo/kernel';
import { answersOf } from '@vestigo/lifecycle';
import { answer, commands, heard, histories, stateOf } from './testing/sample-case';
import { type TraceCase, traceCase } from './trace-case';
import type { TraceCaseCommand } from './trace-case.commands';
import type { TraceCaseEvent } from './trace-case.events';

const { decide, evolve } = traceCase;

describe('word that comes again', () => {
  const words: readonly TraceCaseCommand[] = [
    commands.ReceiveRequest,
    heard({ kind: 'seek-clarification', said: { clarification: 1, text: 'Why?' } }, 2),
    heard({ kind: 'lapse', said: { reason: 'Silence.' } }, 3),
    heard({ kind: 'reopen', said: { reason: 'A second arm.' } }, 4),
    heard({ kind: 'withdraw', said: { reason: 'Returned.' } }, 5),
  ];
  const hear = (some: readonly TraceCaseCommand[], history: readonly TraceCaseEvent[]) =>
    some.reduce((state, word) => {
      const decided = decide(word, state);
      if (decided instanceof Rejection) throw decided;
      return decided.reduce(evolve, state);
    }, stateOf(history));
  const standing = (state: TraceCase) => {
    if (state.status === 'unknown') throw new Error('the request has not come');
    return { matter: state.matter, heard: state.book.heard.map(({ kind, seq }) => [kind, seq]) };
  };
  const known = fc.constantFrom(histories.unknown, histories.received, histories.answered, histories.refused);

  test('adds nothing, at once or later', () => {
    fc.assert(
      fc.property(known, fc.array(fc.constantFrom(...words)), (history, some) => {
        const once = hear(some, history);
        expect(hear([...some.flatMap((word) => [word, word]), ...some], history)).toEqual(once);
      }),
    );
  });

  test('leads to the same matter in whatever order it came, the request itself last of all', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...words], { minLength: 5 }), (some) => {
        expect(standing(hear(some, []))).toEqual(standing(hear(words, [])));
      }),
    );
  });

  test('never takes back an answer', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words)), (some) => {
        const state = hear(some, histories.answered);
        expect(state.status !== 'unknown' && answersOf(state.book.own)).toEqual([answer]);
      }),
    );
  });
});
