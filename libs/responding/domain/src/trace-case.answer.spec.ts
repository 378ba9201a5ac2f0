import { specificationOf } from '@vestigo/kernel/testing';
import { Rejection } from '@vestigo/kernel';
import { GROUNDS, ITI_22_GROUNDS, OUTCOMES } from './codes';
import { answer, clock, commands, received, refusal, refused, stateOf } from './testing/sample-case';
import { traceCase } from './trace-case';
import type { Answer } from './trace-case.events';

const { decide } = traceCase;
const { given } = specificationOf(traceCase);

describe('an answer', () => {
  const faultsOf = (given: Answer) => {
    const decided = decide({ ...commands.AnswerCase, answer: given }, stateOf([received]));
    return decided instanceof Rejection
      ? [decided.code, ...decided.faults.map(({ pointer }) => pointer)]
      : decided.map(({ clock }) => clock?.code);
  };
  const restriction = { ground: 'ITI22_CONFIDENTIALITY_LAW', reason: 'The buyer may not be named.' } as const;

  test('says which State to ask next when the arm was exported on', () => {
    expect(faultsOf({ outcome: 'TRACED_EXPORTED_ON' })).toEqual(['answer-incomplete', '/onwardState']);
    expect(faultsOf({ outcome: 'TRACED_EXPORTED_ON', onwardState: 'USA' })).toEqual([
      'answer-incomplete',
      '/onwardState',
    ]);
    expect(faultsOf({ outcome: 'TRACED_EXPORTED_ON', onwardState: 'BRA' })).toEqual(['FULL']);
  });

  test('counts as partial when part is held back, whatever it found', () => {
    for (const outcome of OUTCOMES) {
      expect(faultsOf({ outcome, onwardState: 'BRA', restriction })).toEqual(['PARTIAL']);
    }
  });

  test('says why part is held back (ITI 23)', () => {
    expect(faultsOf({ ...answer, restriction: { ...restriction, reason: ' ' } })).toEqual([
      'answer-incomplete',
      '/restriction/reason',
    ]);
  });

  test('that the registers hold nothing is an answer, and no trace', () => {
    const classes = OUTCOMES.map((outcome) => [outcome, ...faultsOf({ outcome, onwardState: 'BRA' })]);
    expect(Object.fromEntries(classes)).toEqual({
      TRACED_DIVERSION: 'FULL',
      TRACED_LAST_HOLDER: 'FULL',
      TRACED_EXPORTED_ON: 'FULL',
      MATCH_STOLEN_LOST: 'FULL',
      MADE_HERE_NO_SALE_RECORD: 'FULL',
      STATE_STOCK_CONFIRMED: 'FULL',
      NO_TRANSFER_RECORD: 'NEGATIVE',
      RECORD_EXPIRED: 'NEGATIVE',
      TOO_OLD: 'NEGATIVE',
      ID_INSUFFICIENT: 'NEGATIVE',
      ID_MISMATCH: 'NEGATIVE',
      NOT_MADE_HERE: 'NEGATIVE',
      COPY: 'NEGATIVE',
    });
  });
});

describe('a refusal', () => {
  test.each(GROUNDS)('on %s is recorded, and flagged when ITI 22 does not know the ground', (ground) => {
    const outsideInstrument = !(ITI_22_GROUNDS as readonly string[]).includes(ground);
    given([received])
      .when({ ...commands.RefuseCase, refusal: { ...refusal, ground } })
      .then([{ ...refused, clock: clock(ground), data: { ...refusal, ground, outsideInstrument } }]);
  });

  test.each(['', '  \n'])('without its reason (%j) is none (ITI 23)', (reason) => {
    given([received])
      .when({ ...commands.RefuseCase, refusal: { ...refusal, reason } })
      .then('reason-missing');
  });
});
