import { specificationOf } from '@vestigo/kernel/testing';
import { Rejection } from '@vestigo/kernel';
import { GROUNDS, ITI_22_GROUNDS, OUTCOMES } from './codes';
import type { ItemAnswer } from '@vestigo/lifecycle';
import { answer, clock, commands, content, received, refusal, refused, stateOf } from './testing/sample-case';
import { traceCase } from './trace-case';

const { decide } = traceCase;
const { given } = specificationOf(traceCase);

describe('an answer', () => {
  const faultsOf = (given: Omit<ItemAnswer, 'item'>) => {
    const answers = [{ item: 1, ...given }];
    const decided = decide({ ...commands.AnswerCase, answers }, stateOf([received]));
    return decided instanceof Rejection
      ? [decided.code, ...decided.faults.map(({ pointer }) => pointer)]
      : decided.map(({ clock }) => clock?.code);
  };
  const restriction = { ground: 'ITI22_CONFIDENTIALITY_LAW', reason: 'The buyer may not be named.' } as const;

  test('says which State to ask next when the arm was exported on', () => {
    expect(faultsOf({ outcome: 'TRACED_EXPORTED_ON' })).toEqual([
      'answer-incomplete',
      '/answers/0/onwardState',
    ]);
    expect(faultsOf({ outcome: 'TRACED_EXPORTED_ON', onwardState: 'USA' })).toEqual([
      'answer-incomplete',
      '/answers/0/onwardState',
    ]);
    expect(faultsOf({ outcome: 'TRACED_EXPORTED_ON', onwardState: 'BRA' })).toEqual(['FULL']);
  });

  test('counts as partial when part is held back, whatever it found', () => {
    for (const outcome of OUTCOMES) {
      expect(faultsOf({ outcome, onwardState: 'BRA', restriction })).toEqual(['PARTIAL']);
    }
  });

  test('is on items of the request', () => {
    given([received])
      .when({ ...commands.AnswerCase, answers: [{ ...answer, item: 9 }] })
      .then('item-unknown');
  });

  test('says why part is held back (ITI 23)', () => {
    expect(faultsOf({ ...answer, restriction: { ...restriction, reason: ' ' } })).toEqual([
      'answer-incomplete',
      '/answers/0/restriction/reason',
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
      AMMO_MULTI_RECIPIENT: 'PARTIAL',
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
  test.each([...ITI_22_GROUNDS, 'OTHER_NOT_IN_TEXT'] as const)(
    'on %s is recorded, and flagged when no instrument knows the ground',
    (ground) => {
      const outsideInstrument = ground === 'OTHER_NOT_IN_TEXT';
      given([received])
        .when({ ...commands.RefuseCase, refusal: { ...refusal, ground } })
        .then([{ ...refused, clock: clock(ground), data: { ...refused.data, ground, outsideInstrument } }]);
    },
  );

  test('rests on exactly the grounds of the instruments that the request names', () => {
    const under = (regimes: readonly string[]) => {
      const history = [{ ...received, data: { ...received.data, ...content, regimes } }];
      return GROUNDS.filter((ground) => {
        const decided = decide({ ...commands.RefuseCase, refusal: { ...refusal, ground } }, stateOf(history));
        return !(decided instanceof Rejection && decided.code === 'ground-not-of-regime');
      });
    };
    const european = GROUNDS.filter((ground) => /^EU977_(?!AUTHORIZATION_AWAITED)/.test(ground));
    expect(under(['ITI', 'CIFTA'])).toEqual([...ITI_22_GROUNDS, 'OTHER_NOT_IN_TEXT']);
    expect(under(['EU977'])).toEqual([...european, 'OTHER_NOT_IN_TEXT']);
    expect(under(['ITI', 'EU977'])).toEqual([...ITI_22_GROUNDS, ...european, 'OTHER_NOT_IN_TEXT']);
  });

  test.each(['', '  \n'])('without its reason (%j) is none (ITI 23)', (reason) => {
    given([received])
      .when({ ...commands.RefuseCase, refusal: { ...refusal, reason } })
      .then('reason-missing');
  });
});
