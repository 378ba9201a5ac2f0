import { openApiOf, withNamedCodes } from './open-api-schema';

const text = { type: 'string', maxLength: 9 };
const form = (kind: string) => ({
  if: { type: 'object', properties: { kind: { const: kind } }, required: ['kind'] },
  then: {
    type: 'object',
    properties: { kind: { const: kind }, text },
    required: ['kind'],
    additionalProperties: false,
  },
});

describe('the schema of a message in the words of OpenAPI', () => {
  test('has lists of one value for constants, and one of several forms for what follows from a kind', () => {
    const formOf = (kind: string) => ({
      type: 'object',
      properties: { kind: { enum: [kind] }, text },
      required: ['kind'],
      additionalProperties: false,
    });
    expect(openApiOf({ type: 'array', items: { type: 'object', allOf: ['ARM', 'PART'].map(form) } })).toEqual(
      {
        type: 'array',
        items: { oneOf: [formOf('ARM'), formOf('PART')] },
      },
    );
  });

  test('is open where it was open, whatever may stand there', () => {
    const open = { type: 'object', additionalProperties: { type: ['string', 'null'] } };
    expect(openApiOf(open)).toEqual({ type: 'object', additionalProperties: true });
  });

  test('asks for nothing where only part is shown', () => {
    const holder = (required: object) => ({
      type: 'object',
      properties: { held: { type: 'object', properties: { text }, ...required } },
      ...required,
    });
    expect(openApiOf(holder({ required: ['text'] }), { partly: true })).toEqual(holder({}));
  });
});

describe('codes that stand in many places', () => {
  const named = { StateCode: ['JAM', 'USA'] };
  const $ref = '#/components/schemas/StateCode';

  test('are told by their name', () => {
    const held = {
      properties: { state: { enum: ['JAM', 'USA'] }, trail: { items: { enum: ['JAM', 'USA'] } } },
    };
    expect(withNamedCodes(held, named)).toEqual({
      properties: { state: { $ref }, trail: { items: { $ref } } },
    });
  });

  test('and no others; of these the type is said', () => {
    expect(
      withNamedCodes([{ enum: ['JAM'] }, { enum: [1, 2] }, { enum: ['A', null], nullable: true }], named),
    ).toEqual([
      { type: 'string', enum: ['JAM'] },
      { type: 'integer', enum: [1, 2] },
      { enum: ['A', null], nullable: true },
    ]);
  });
});
