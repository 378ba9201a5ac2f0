import * as fc from 'fast-check';
import { Rejection } from '@vestigo/kernel';
import { commands, type CommandType, commandTypes, histories, stateOf } from './testing/sample-request';
import { tracingRequest } from './tracing-request';

const { decide } = tracingRequest;
const anyHistory = fc.constantFrom(...Object.values(histories));
const anyState = fc.stringMatching(/^[A-Z]{3}$/);

describe('who may act on a request', () => {
  const heard: readonly CommandType[] = ['RecordReply', 'RecordConsentDelivery', 'RecordDeliveryFailure'];
  const entitledTo = (type: CommandType) => (heard.includes(type) ? 'USA' : 'TTO');

  test('nothing is written for any State but the one entitled, whatever the status', () => {
    fc.assert(
      fc.property(
        anyHistory,
        fc.constantFrom(...commandTypes),
        fc.oneof(anyState, fc.constantFrom('TTO', 'USA', '', 'tto')),
        (history, type, by) => {
          fc.pre(by !== entitledTo(type));
          const decided = decide({ ...commands[type], by }, stateOf(history));
          expect(decided).toBeInstanceOf(Rejection);
          expect(['forbidden', 'not-found']).toContain(decided instanceof Rejection && decided.kind);
        },
      ),
    );
  });
});
