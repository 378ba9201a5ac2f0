import * as fc from 'fast-check';
import {
  type ClockFactType,
  evolveClock,
  requestingFactTypes,
  respondingFactTypes,
  type RequestClock,
} from './request-clock';
import { basis, clockOf, fact } from './testing/timeline';

const untouched: RequestClock = {
  requestId: '01980000-0000-7000-8000-000000000001',
  requestingState: 'TTO',
  respondingState: 'USA',
  imported: false,
  basis: null,
  submittedAt: null,
  submittedRecordedAt: null,
  deliveredAt: null,
  deliveredRecordedAt: null,
  acknowledgedAt: null,
  acknowledgedRecordedAt: null,
  answeredAt: null,
  answeredRecordedAt: null,
  answerClass: null,
  refusedAt: null,
  refusedRecordedAt: null,
  refusalGround: null,
  withdrawnAt: null,
  withdrawnRecordedAt: null,
  closedAt: null,
  closedRecordedAt: null,
  ackFellDueAt: null,
  answerFellDueAt: null,
};

describe('the clock of a request', () => {
  test('keeps both the desk’s instants and the log’s', () => {
    const row = clockOf(
      fact('RequestSubmitted', 10, { recordedAt: 11 }),
      fact('CaseReceived', 20, { recordedAt: 21 }),
      fact('CaseAcknowledged', 30, { recordedAt: 31 }),
      fact('AcknowledgementFellDue', 25, { recordedAt: 40 }),
      fact('CaseAnswered', 50, { recordedAt: 51, code: 'NEGATIVE' }),
      fact('AnswerFellDue', 45, { recordedAt: 52 }),
      fact('RequestClosed', 60, { recordedAt: 61 }),
    );
    expect(row).toEqual({
      ...untouched,
      basis,
      submittedAt: 10,
      submittedRecordedAt: 11,
      deliveredAt: 20,
      deliveredRecordedAt: 21,
      acknowledgedAt: 30,
      acknowledgedRecordedAt: 31,
      ackFellDueAt: 25,
      answeredAt: 50,
      answeredRecordedAt: 51,
      answerClass: 'NEGATIVE',
      answerFellDueAt: 45,
      closedAt: 60,
      closedRecordedAt: 61,
    });
  });

  test('refusal and withdrawal', () => {
    const row = clockOf(
      fact('CaseRefused', 30, { recordedAt: 31, code: 'ITI22_INVESTIGATION' }),
      fact('RequestWithdrawn', 40, { recordedAt: 41 }),
    );
    expect(row).toEqual({
      ...untouched,
      refusedAt: 30,
      refusedRecordedAt: 31,
      refusalGround: 'ITI22_INVESTIGATION',
      withdrawnAt: 40,
      withdrawnRecordedAt: 41,
    });
  });

  test('a request that is sent again resets no clock', () => {
    const first = clockOf(fact('RequestSubmitted', 10), fact('CaseReceived', 20), fact('CaseAnswered', 30));
    const again = [
      fact('RequestSubmitted', 110),
      fact('CaseReceived', 120, { code: 'URGENT;ITI;UTC;5' }),
      fact('CaseAnswered', 130, { code: 'PARTIAL' }),
    ];
    expect(again.reduce<RequestClock | undefined>(evolveClock, first)).toEqual(first);
  });

  test('facts that say nothing of clocks leave no trace', () => {
    const searched = { ...fact('CaseReceived', 10), type: 'SearchStarted' };
    const row = clockOf(fact('CaseReceived', 20));
    expect(evolveClock(undefined, searched)).toBeUndefined();
    expect(evolveClock(row, searched)).toBe(row);
  });

  test('an answer class that is not known here counts as an answer in part', () => {
    expect(clockOf(fact('CaseAnswered', 30, { code: 'RESTRICTED' })).answerClass).toBe('PARTIAL');
  });

  test('a request is imported when its submission or its receipt was', () => {
    expect(clockOf(fact('RequestSubmitted', 1, { imported: true }), fact('CaseReceived', 2)).imported).toBe(
      true,
    );
    expect(clockOf(fact('RequestSubmitted', 1), fact('CaseReceived', 2, { imported: true })).imported).toBe(
      true,
    );
    expect(clockOf(fact('CaseReceived', 2), fact('CaseAnswered', 3, { imported: true })).imported).toBe(
      false,
    );
  });

  test('both streams give one row, however they are interleaved', () => {
    const streamOf = (types: readonly ClockFactType[]) =>
      fc.array(
        fc
          .record({
            type: fc.constantFrom(...types),
            at: fc.nat(99),
            delay: fc.nat(9),
            imported: fc.boolean(),
          })
          .map(({ type, at, delay, imported }) => fact(type, at, { recordedAt: at + delay, imported })),
        { maxLength: 8 },
      );
    const turns = fc.array(fc.boolean(), { maxLength: 16 });
    fc.assert(
      fc.property(
        streamOf(requestingFactTypes),
        streamOf(respondingFactTypes),
        turns,
        (asking, asked, choices) => {
          const [one, other] = [[...asking], [...asked]];
          const merged = choices.flatMap((choice) => (choice ? one : other).shift() ?? []);
          const folded = [...merged, ...one, ...other].reduce<RequestClock | undefined>(
            evolveClock,
            undefined,
          );
          expect(folded).toEqual(
            [...asking, ...asked].reduce<RequestClock | undefined>(evolveClock, undefined),
          );
        },
      ),
    );
  });
});
