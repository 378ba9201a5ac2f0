import * as fc from 'fast-check';
import { Rejection } from '@vestigo/kernel';
import { commands, type CommandType, commandTypes, histories, stateOf } from './testing/sample-request';
import { tracingRequest } from './tracing-request';

const { decide } = tracingRequest;
const anyHistory = fc.constantFrom(...Object.values(histories));
const anyState = fc.stringMatching(/^[A-Z]{3}$/);

describe('who may act on a request', () => {
  const entitled: Readonly<Record<CommandType, string>> = {
    SubmitRequest: 'TTO',
    WithdrawRequest: 'TTO',
    CloseRequest: 'TTO',
    RecordDelivery: 'USA',
    RecordDeliveryFailure: 'USA',
    RecordAcknowledgement: 'USA',
    RecordAnswer: 'USA',
    RecordRefusal: 'USA',
  };

  test('nothing is written for any State but the one entitled, whatever the status', () => {
    fc.assert(
      fc.property(
        anyHistory,
        fc.constantFrom(...commandTypes),
        fc.oneof(anyState, fc.constantFrom('TTO', 'USA', '', 'tto')),
        (history, type, by) => {
          fc.pre(by !== entitled[type]);
          const decided = decide({ ...commands[type], by }, stateOf(history));
          expect(decided).toBeInstanceOf(Rejection);
          expect(['forbidden', 'not-found']).toContain(decided instanceof Rejection && decided.kind);
        },
      ),
    );
  });
});
