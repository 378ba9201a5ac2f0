import * as fc from 'fast-check';
import { Rejection } from '@vestigo/kernel';
import { commands, type CommandType, histories, refusal, stateOf } from './testing/sample-case';
import { CASE_STATUSES, traceCase } from './trace-case';
import type { TraceCaseEvent } from './trace-case.events';

const { decide, evolve } = traceCase;

describe('word that comes again', () => {
  const hearings = ['ReceiveRequest', 'RecordWithdrawal', 'RecordClosure', 'RecordReplyFailure'] as const;
  const hear = (heard: readonly CommandType[], history: readonly TraceCaseEvent[]) =>
    heard.reduce((state, type) => {
      const decided = decide(commands[type], state);
      return decided instanceof Rejection ? state : decided.reduce(evolve, state);
    }, stateOf(history));
  const known = fc.constantFrom(...CASE_STATUSES.map((status) => histories[status]));

  test('adds nothing when it is repeated at once, or all of it in its order', () => {
    fc.assert(
      fc.property(known, fc.array(fc.constantFrom(...hearings)), (history, heard) => {
        const once = hear(heard, history);
        const repeated = heard.flatMap((type) => [type, type]);
        expect(hear(repeated, history)).toEqual(once);
        expect(hear([...heard, ...heard], history)).toEqual(once);
      }),
    );
  });

  test('never takes back an answer or a refusal', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...hearings)), (heard) => {
        const answer = { answer: { ...commands.AnswerCase.answer, answerClass: 'FULL' } };
        expect(hear(heard, histories.answered)).toMatchObject(answer);
        expect(hear(heard, histories.refused)).toMatchObject({ refusal });
      }),
    );
  });
});
