import * as fc from 'fast-check';
import { redacted } from './redaction';
import type { Decision } from './release';

const denied: Decision = {
  released: false,
  deniedBy: [{ condition: 'NO_ONWARD', clause: 'ITI 15(c)', reason: 'No consent.' }],
};
const answer = {
  item: 1,
  outcome: 'TRACED_EXPORTED_ON',
  answerClass: 'PARTIAL',
  onwardState: 'COL',
  lastLegalHolder: 'Importer, Barranquilla',
  documentReference: 'Export licence 77/2019',
  remarks: 'Sold in a lot of twelve.',
  stolenLostMatch: 'Register 44',
  chain: [
    {
      role: 'EXPORTED',
      state: 'USA',
      date: '2019-05-02',
      from: 'Maker',
      to: 'Importer',
      documentReference: '77',
      licence: { issuedOn: '2019-01-01', expiresOn: '2019-12-31' },
      receiptConfirmed: true,
    },
  ],
  pointOfDiversion: { from: '2019-05-02', to: '2019-06-01', place: 'A depot', cause: 'STATE_STOCK_LEAK' },
  restriction: { ground: 'ITI22_CONFIDENTIALITY_LAW', reason: 'The buyer may not be named.' },
  conditions: [{ kind: 'NO_ONWARD' }, { kind: 'OTHER', text: 'Ask first.' }],
};

describe('what is left of an answer', () => {
  test('is all of it for a reader to whom it may be released', () => {
    expect(redacted(answer, { released: true })).toEqual(answer);
  });

  test('is its codes for any other', () => {
    expect(redacted(answer, denied)).toEqual({
      item: 1,
      outcome: 'TRACED_EXPORTED_ON',
      answerClass: 'PARTIAL',
      onwardState: 'COL',
      chain: [{ role: 'EXPORTED', state: 'USA' }],
      pointOfDiversion: { cause: 'STATE_STOCK_LEAK' },
      restriction: { ground: 'ITI22_CONFIDENTIALITY_LAW' },
      conditions: [{ kind: 'NO_ONWARD' }, { kind: 'OTHER' }],
    });
  });

  test('never has a field that nobody declared open', () => {
    fc.assert(
      fc.property(fc.object({ maxDepth: 3 }), (unknown) => {
        const more = { ...answer, more: unknown, chain: [{ more: unknown, role: unknown }] };
        expect(redacted(more, denied)).toEqual({ ...redacted(answer, denied), chain: [{}] });
      }),
    );
  });

  test('holds no word of a text, in whatever field it stands', () => {
    const names = [
      'item',
      'outcome',
      'chain',
      'role',
      'state',
      'pointOfDiversion',
      'cause',
      'restriction',
      'kind',
    ];
    const key = fc.constantFrom(
      ...names,
      'ground',
      'conditions',
      'onwardState',
      'answerClass',
      'remarks',
      'to',
    );
    const wordy = fc.object({ key, values: [fc.constant('held by a dealer')], maxDepth: 4 });
    fc.assert(
      fc.property(wordy, (given) => {
        expect(JSON.stringify(redacted(given, denied))).not.toContain('dealer');
      }),
      { numRuns: 1000 },
    );
  });

  test('has no text where a code should stand', () => {
    const text = 'Sold to a dealer in Miami';
    const wordy = {
      ...answer,
      outcome: text,
      chain: [{ role: text, state: 'USA' }],
      conditions: [{ kind: text }],
    };
    expect(JSON.stringify(redacted(wordy, denied))).not.toContain('Miami');
  });

  test('is the same when it is taken once more', () => {
    fc.assert(
      fc.property(fc.object({ key: fc.constantFrom('item', 'chain', 'role', 'remarks') }), (any) => {
        const once = redacted(any, denied);
        expect(redacted(once, denied)).toEqual(once);
      }),
    );
  });
});
