import { Ajv } from 'ajv';
import * as fc from 'fast-check';
import { ANSWER_CONDITION_KINDS } from '@vestigo/handling';
import { checkOf } from '@vestigo/http';
import { CHAIN_ROLES, DIVERSION_CAUSES, HOLDER_KINDS, OUTCOMES, REGISTERS } from '@vestigo/lifecycle';
import { ITEM_ANSWER_SCHEMA } from '@vestigo/protocol';
import { GROUNDS } from '@vestigo/responding/domain';
import { AnswerContentDto } from './answer.dto';

const check = checkOf(AnswerContentDto, 'body');
const isTaken = (body: object): boolean => {
  try {
    return check(structuredClone(body)) !== undefined;
  } catch {
    return false;
  }
};

const text = (maxLength: number) => fc.string({ minLength: 1, maxLength });
const date = fc.constantFrom('2019', '2019-05', '2019-05-02', '2019-99');
const state = fc.constantFrom('JAM', 'USA');
const link = fc.record(
  {
    role: fc.constantFrom(...CHAIN_ROLES),
    date,
    from: text(4),
    to: text(4),
    state,
    documentReference: text(4),
    licence: fc.record({ reference: text(4), issuedOn: date, expiresOn: date }, { requiredKeys: [] }),
    receiptConfirmed: fc.boolean(),
  },
  { requiredKeys: ['role'] },
);
const condition = fc.record(
  {
    kind: fc.constantFrom(...ANSWER_CONDITION_KINDS),
    authorities: fc.array(text(4), { maxLength: 2 }),
    on: fc.constantFrom('2026-01-01', 'soon'),
    text: text(4),
  },
  { requiredKeys: ['kind'] },
);
const anyBody = fc.record(
  {
    outcome: fc.constantFrom(...OUTCOMES),
    lastLegalHolder: text(4),
    lastLegalHolderKind: fc.constantFrom(...HOLDER_KINDS),
    onwardState: state,
    documentReference: text(500),
    remarks: text(4),
    chain: fc.array(link, { maxLength: 2 }),
    stolenLostMatch: fc.record({ register: fc.constantFrom(...REGISTERS), reference: text(4) }),
    pointOfDiversion: fc.record(
      { cause: fc.constantFrom(...DIVERSION_CAUSES), from: date, to: date, place: text(4) },
      { requiredKeys: ['cause'] },
    ),
    restriction: fc.record({ ground: fc.constantFrom(...GROUNDS), reason: text(4) }),
    conditions: fc.array(condition, { maxLength: 2 }),
  },
  { requiredKeys: ['outcome'] },
);

describe('the answer of a desk', () => {
  test('that is taken in can be sent: the wire knows all that the desk may say', () => {
    const sendable = new Ajv({ strict: true, allowUnionTypes: true }).compile(ITEM_ANSWER_SCHEMA);
    let taken = 0;
    fc.assert(
      fc.property(anyBody, (body) => {
        if (!isTaken(body)) return;
        taken += 1;
        expect([sendable({ item: 1, ...body }), sendable.errors]).toEqual([true, null]);
      }),
      { numRuns: 3000 },
    );
    expect(taken).toBeGreaterThan(100);
  });

  test.each([
    { outcome: 'FOUND' },
    { outcome: 'TOO_OLD', chain: [{ role: 'LENT' }] },
    { outcome: 'TOO_OLD', chain: [{ role: 'SOLD', date: 'May 2019' }] },
    { outcome: 'TOO_OLD', pointOfDiversion: { cause: 'BAD_LUCK' } },
    { outcome: 'TOO_OLD', conditions: [{ kind: 'EMBASSY_ONLY' }] },
    { outcome: 'TOO_OLD', conditions: [{ kind: 'NEED_TO_KNOW', roles: [] }] },
    { outcome: 'TOO_OLD', stolenLostMatch: { register: 'IARMS' } },
    { outcome: 'TOO_OLD', onwardState: 'XXX' },
  ])('is not taken as %j', (body) => {
    expect(isTaken(body)).toBe(false);
  });
});
