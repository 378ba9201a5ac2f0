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
import { traceCase } from './trace-case';

const { decide } = traceCase;
const { given } = specificationOf(traceCase);

describe('who may act on a case', () => {
  const theirs: readonly CommandType[] = ['ReceiveRequest', 'RecordWord', 'RecordReplyFailure'];
  const entitledTo = (type: CommandType) => (theirs.includes(type) ? 'TTO' : 'USA');
  const anyState = fc.oneof(fc.stringMatching(/^[A-Z]{3}$/), fc.constantFrom('TTO', 'USA', '', 'usa'));
  const { unknown: _, ...known } = histories;
  const anyHistory = fc.constantFrom(...Object.values(known));

  test('nothing is written for any State but the one entitled, whatever the status', () => {
    fc.assert(
      fc.property(anyHistory, fc.constantFrom(...commandTypes), anyState, (history, type, by) => {
        fc.pre(by !== entitledTo(type));
        const decided = decide({ ...commands[type], by }, stateOf(history));
        expect(['forbidden', 'not-found']).toContain(decided instanceof Rejection && decided.kind);
      }),
    );
  });

  test('a State that takes the id of a request of others is told so, and theirs stays as it was', () => {
    fc.assert(
      fc.property(anyHistory, anyState, anyState, (history, requestingState, respondingState) => {
        fc.pre(requestingState !== 'TTO' || respondingState !== 'USA');
        given(history)
          .when({
            ...receive,
            by: requestingState,
            parties: { ...parties, requestingState, respondingState },
          })
          .then('request-id-taken');
      }),
    );
  });
});
