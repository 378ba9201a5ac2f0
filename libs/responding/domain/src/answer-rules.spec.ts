import type { AnswerContent } from '@vestigo/lifecycle';
import { faultsOf } from './answer-rules';
import { type AskedFor, warningsOf } from './answer-warnings';

const asked: AskedFor = { year: 2026, regimes: ['ITI'], cannotComplyWith: [] };
const plain: AnswerContent = { outcome: 'MADE_HERE_NO_SALE_RECORD' };
const faultsIn = (answer: Partial<AnswerContent>) =>
  faultsOf({ ...plain, ...answer }, 'USA').map(({ pointer }) => pointer);
const warningsIn = (answer: Partial<AnswerContent>, more: Partial<AskedFor> = {}) =>
  warningsOf({ ...plain, ...answer }, { ...asked, ...more }).map(({ code, pointer }) => `${code} ${pointer}`);

describe('an answer is not given', () => {
  test('that says the arm was exported on and not to which State', () => {
    expect(faultsIn({ outcome: 'TRACED_EXPORTED_ON' })).toEqual(['/onwardState']);
    expect(faultsIn({ outcome: 'TRACED_EXPORTED_ON', onwardState: 'COL' })).toEqual([]);
  });

  test('that sends the asker back to the State that answers', () => {
    expect(faultsIn({ onwardState: 'USA' })).toEqual(['/onwardState']);
  });

  test('that holds part back without a reason (ITI 23)', () => {
    const restriction = { ground: 'ITI22_NATIONAL_SECURITY', reason: '  ' } as const;
    expect(faultsIn({ restriction })).toEqual(['/restriction/reason']);
  });

  test('with dates that do not exist or contradict themselves', () => {
    expect(
      faultsIn({
        chain: [
          { role: 'MANUFACTURED', date: '2001' },
          { role: 'EXPORTED', date: '2001-02-30', licence: { issuedOn: '2002', expiresOn: '2001-12' } },
        ],
        pointOfDiversion: { cause: 'THEFT', from: '2010-05', to: '2010-04-30' },
      }),
    ).toEqual(['/chain/1/date', '/chain/1/licence/expiresOn', '/pointOfDiversion/to']);
  });

  test('under a condition that nobody could weigh as it is given', () => {
    const broken = [
      { kind: 'NEED_TO_KNOW' },
      { kind: 'PURPOSE_ONLY', purposes: [] },
      { kind: 'EXPIRES', on: '2026-02-30' },
      { kind: 'OTHER', text: ' ' },
      { kind: 'NO_ONWARD', text: 'unless urgent' },
    ];
    expect(faultsIn({ conditions: broken })).toEqual(
      broken.map((_, index) => `/conditions/${String(index)}`),
    );
    expect(
      faultsIn({
        conditions: [
          { kind: 'NEED_TO_KNOW', roles: ['officer'] },
          { kind: 'PURPOSE_ONLY', purposes: ['PROSECUTION'] },
          { kind: 'EXPIRES', on: '2026-02-28' },
          { kind: 'NO_ONWARD' },
          { kind: 'COMMERCIAL' },
          { kind: 'OTHER', text: 'Ask before use in court.' },
        ],
      }),
    ).toEqual([]);
  });
});

describe('an answer is given, with a word to its desk', () => {
  test('when its chain is not in the order of dates', () => {
    expect(
      warningsIn({
        chain: [
          { role: 'MANUFACTURED', date: '2001-06' },
          { role: 'SOLD' },
          { role: 'EXPORTED', date: '2001-05-31' },
          { role: 'IMPORTED', date: '2001' },
        ],
      }),
    ).toEqual(['CHAIN_OUT_OF_ORDER /chain/2/date']);
  });

  test('when it lacks the fact that its outcome speaks of, unless that is held back', () => {
    expect(warningsIn({ outcome: 'TRACED_DIVERSION' })).toEqual([
      'OUTCOME_WITHOUT_ITS_FACT /pointOfDiversion',
    ]);
    expect(warningsIn({ outcome: 'TRACED_LAST_HOLDER' })).toEqual([
      'OUTCOME_WITHOUT_ITS_FACT /lastLegalHolder',
    ]);
    expect(warningsIn({ outcome: 'MATCH_STOLEN_LOST' })).toEqual([
      'OUTCOME_WITHOUT_ITS_FACT /stolenLostMatch',
    ]);
    const restriction = {
      ground: 'ITI22_CONFIDENTIALITY_LAW',
      reason: 'The buyer may not be named.',
    } as const;
    expect(warningsIn({ outcome: 'TRACED_LAST_HOLDER', restriction })).toEqual([]);
    expect(warningsIn({ outcome: 'TRACED_DIVERSION', pointOfDiversion: { cause: 'CRAFT' } })).toEqual([]);
  });

  test('when the record that is said to be gone should still exist', () => {
    expect(warningsIn({ outcome: 'RECORD_EXPIRED' }, { transferYear: 2015 })).toEqual([
      'RECORD_SHOULD_EXIST /outcome',
    ]);
    expect(warningsIn({ outcome: 'RECORD_EXPIRED' }, { transferYear: 1990 })).toEqual([]);
    expect(warningsIn({ outcome: 'TOO_OLD' }, { transferYear: 2015 })).toEqual([]);
  });

  test('when a condition denies every way out, or is one that the asker said it cannot keep (ITI 15)', () => {
    const conditions = [{ kind: 'NO_ONWARD' }, { kind: 'OTHER', text: 'Ask first.' }] as const;
    expect(warningsIn({ conditions }, { cannotComplyWith: ['NO_ONWARD'] })).toEqual([
      'CONDITION_CANNOT_BE_KEPT /conditions/0',
      'CONDITION_DENIES_ALL /conditions/1',
    ]);
  });
});
