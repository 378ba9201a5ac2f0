import * as fc from 'fast-check';
import { specificationOf } from '@vestigo/kernel/testing';
import { Rejection } from '@vestigo/kernel';
import {
  commands,
  type CommandType,
  commandTypes,
  histories,
  parties,
  receive,
  stateOf,
} from './testing/sample-case';
import { CASE_STATUSES, traceCase } from './trace-case';

const { decide } = traceCase;
const { given } = specificationOf(traceCase);

describe('who may act on a case', () => {
  const entitled: Readonly<Record<CommandType, string>> = {
    ReceiveRequest: 'TTO',
    AcknowledgeCase: 'USA',
    AnswerCase: 'USA',
    RefuseCase: 'USA',
    RecordWithdrawal: 'TTO',
    RecordClosure: 'TTO',
    RecordReplyFailure: 'TTO',
  };
  const anyState = fc.oneof(fc.stringMatching(/^[A-Z]{3}$/), fc.constantFrom('TTO', 'USA', '', 'usa'));
  const anyHistory = fc.constantFrom(...Object.values(histories));

  test('nothing is written for any State but the one entitled, whatever the status', () => {
    fc.assert(
      fc.property(anyHistory, fc.constantFrom(...commandTypes), anyState, (history, type, by) => {
        fc.pre(by !== entitled[type]);
        const decided = decide({ ...commands[type], by }, stateOf(history));
        expect(['forbidden', 'not-found']).toContain(decided instanceof Rejection && decided.kind);
      }),
    );
  });

  test('a State that takes the id of a request of others is told so, and theirs stays as it was', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...CASE_STATUSES),
        anyState,
        anyState,
        (status, requestingState, respondingState) => {
          fc.pre(requestingState !== 'TTO' || respondingState !== 'USA');
          given(histories[status])
            .when({
              ...receive,
              by: requestingState,
              parties: { ...parties, requestingState, respondingState },
            })
            .then('request-id-taken');
        },
      ),
    );
  });
});
