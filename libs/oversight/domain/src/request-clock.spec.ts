import * as fc from 'fast-check';
import { type ClockFactType, requestingFactTypes, respondingFactTypes } from './clock-facts';
import { evolveClock, type RequestClock } from './request-clock';
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
  consentsFellDue: [],
  requestingActs: [],
  respondingActs: [],
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
      fact('CaseAnswered', 130),
    ];
    expect(again.reduce<RequestClock | undefined>(evolveClock, first)).toEqual(first);
  });

  test('what few requests see is kept as it was told, each desk’s own in its order', () => {
    const row = clockOf(
      fact('InformationSupplied', 14, { recordedAt: 15, code: '1' }),
      fact('InformationRequested', 12, { recordedAt: 13, code: '1' }),
      fact('DelayNotified', 16, { code: 'ITI22_INVESTIGATION' }),
      fact('RequestLapsed', 20),
    );
    expect(row).toEqual({
      ...untouched,
      requestingActs: [
        { type: 'InformationSupplied', code: '1', occurredAt: 14, recordedAt: 15 },
        { type: 'RequestLapsed', code: '', occurredAt: 20, recordedAt: 20 },
      ],
      respondingActs: [
        { type: 'InformationRequested', code: '1', occurredAt: 12, recordedAt: 13 },
        { type: 'DelayNotified', code: 'ITI22_INVESTIGATION', occurredAt: 16, recordedAt: 16 },
      ],
    });
  });

  test.each([
    ['InformationRequested', 'a second number is a second question', ['1', '2', '1'], ['1', '2']],
    ['InformationSupplied', 'each question is supplied once', ['1', '1'], ['1']],
    ['DelayNotified', 'the first notice explains', ['ITI22_INVESTIGATION', 'OTHER'], ['ITI22_INVESTIGATION']],
    ['CaseRedirected', 'the first redirection counts', ['MEX', 'BRA'], ['MEX']],
    ['RequestMarkedDuplicate', 'a duplicate is one', ['', ''], ['']],
    ['RequestLapsed', 'what has lapsed does not lapse again', ['', ''], ['']],
    ['RequestReopened', 'what had not lapsed does not come back from that', [''], []],
  ] as const)('%s: %s', (type, _, codes, kept) => {
    const row = clockOf(fact('CaseReceived', 0), ...codes.map((code, at) => fact(type, at, { code })));
    expect([...row.requestingActs, ...row.respondingActs].map(({ code }) => code)).toEqual(kept);
  });

  test('the first answer in substance stops the clock; later classes are noted beside it', () => {
    const row = clockOf(
      fact('ItemsRefused', 5, { code: '' }),
      fact('CaseAnswered', 10, { code: 'PARTIAL' }),
      fact('AnswerSupplemented', 20, { code: 'PARTIAL' }),
      fact('AnswerCorrected', 30, { code: 'FULL' }),
      fact('RestrictionImposed', 40, { code: 'PARTIAL' }),
      fact('RestrictionLifted', 50, { code: 'FULL' }),
    );
    expect(row).toMatchObject({ answeredAt: 10, answerClass: 'PARTIAL', refusedAt: null });
    expect(row.respondingActs.map(({ type, code }) => [type, code])).toEqual([
      ['AnswerCorrected', 'FULL'],
      ['RestrictionImposed', 'PARTIAL'],
      ['RestrictionLifted', 'FULL'],
    ]);
  });

  test('refused in all its items a request is refused, and answered after all it is answered', () => {
    const refused = clockOf(fact('ItemsRefused', 10, { code: 'REFUSED' }));
    expect(refused).toEqual({ ...untouched, refusedAt: 10, refusedRecordedAt: 10 });
    const answered = evolveClock(refused, fact('AnswerSupplemented', 20, { code: 'NEGATIVE' }));
    expect(answered).toMatchObject({ refusedAt: 10, answeredAt: 20, answerClass: 'NEGATIVE' });
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
            code: fc.constantFrom('FULL', 'PARTIAL', 'REFUSED', '', '1', '2'),
          })
          .map(({ type, at, delay, imported, code }) =>
            fact(type, at, { recordedAt: at + delay, imported, code }),
          ),
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
