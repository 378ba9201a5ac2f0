import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Rejection } from '@vestigo/kernel';
import { decode, encode } from './codec';
import { sampleMessage } from './testing/sample-messages';

type Json = Record<string, unknown>;
const golden = JSON.parse(
  readFileSync(join(__dirname, '..', 'golden', 'request-submitted.v1.json'), 'utf8'),
) as Json & { readonly data: Json & { readonly arm: Json } };
const { arm: goldenArm, ...said } = golden.data;
const decoded = (arm: unknown) => decode(JSON.stringify({ ...golden, data: { ...golden.data, arm } }));
const itemsOf = (arm: unknown) => {
  const message = decoded(arm);
  if (message instanceof Rejection) return message.code;
  return message.kind === 'request-submitted' ? message.data.items : message.kind;
};

describe('a request in version 1', () => {
  test('is understood as version 2: its arm is item 1', () => {
    expect(decode(JSON.stringify(golden))).toEqual({
      ...sampleMessage('request-submitted'),
      data: { ...said, channel: 'OTHER', items: [{ number: 1, kind: 'ARM', ...goldenArm }] },
    });
  });

  test('describes its arm in any fields: what version 2 has no field for is kept as a text', () => {
    expect(itemsOf({})).toEqual([{ number: 1, kind: 'ARM', type: 'UNKNOWN_SMALL' }]);
    expect(
      itemsOf({ type: 'SMG', make: 7, serial: 'AB12', otherMarks: 'a star', finish: { colour: 'nickel' } }),
    ).toEqual([
      {
        number: 1,
        kind: 'ARM',
        type: 'SMG',
        otherMarks: ['a star', '{"serial":"AB12"}', '{"finish":{"colour":"nickel"}}', '{"make":7}'].map(
          (text) => ({ kind: 'OTHER', text }),
        ),
      },
    ]);
    expect(itemsOf({ importMarks: [{ year: 1984 }] })).toEqual([
      {
        number: 1,
        kind: 'ARM',
        type: 'UNKNOWN_SMALL',
        otherMarks: [{ kind: 'OTHER', text: '{"importMarks":[{"year":1984}]}' }],
      },
    ]);
  });

  test('is not nested without end: no desk could write it down again', () => {
    const nested = (levels: number): unknown => (levels === 0 ? 'A1' : [nested(levels - 1)]);
    expect(itemsOf({ marks: nested(3) })).not.toBe('schema-violated');
    expect(itemsOf({ marks: nested(4) })).toBe('schema-violated');
    const endless = JSON.stringify(golden).replace(
      /"arm":\{/,
      `"arm":{"marks":${'['.repeat(50_000)}${']'.repeat(50_000)},`,
    );
    expect(decode(endless)).toMatchObject({ code: 'schema-violated' });
  });

  test('does not have the fields of version 2, nor version 2 those of version 1', () => {
    expect(decode(JSON.stringify({ ...golden, data: { ...golden.data, channel: 'OTHER' } }))).toMatchObject({
      code: 'schema-violated',
    });
    const current = JSON.parse(encode(sampleMessage('request-submitted'))) as Json;
    const data = { ...(current['data'] as Json), arm: {} };
    expect(decode(JSON.stringify({ ...current, data }))).toMatchObject({ code: 'schema-violated' });
  });
});

describe('the items of a request', () => {
  const understood = (items: unknown) => {
    const envelope = JSON.parse(encode(sampleMessage('request-submitted'))) as Json;
    const data = { ...(envelope['data'] as Json), items };
    const message = decode(JSON.stringify({ ...envelope, data }));
    return message instanceof Rejection ? message.message : 'understood';
  };

  test.each([
    [[{ number: 1, kind: 'ARM', type: 'A_TYPE_OF_THEIRS' }], 'understood'],
    [
      [
        { number: 1, kind: 'AMMUNITION' },
        { number: 2, kind: 'PART', part: 'BARREL' },
      ],
      'understood',
    ],
    [[], '/data/items must NOT have fewer than 1 items'],
    [[{ number: 1, kind: 'MISSILE' }], '/data/items/0/kind must be equal to one of the allowed values'],
    [[{ number: 1, type: 'SMG' }], "/data/items/0 must have required property 'kind'"],
    [[{ number: 1, kind: 'ARM' }], "/data/items/0 must have required property 'type'"],
    [[{ number: 0, kind: 'AMMUNITION' }], '/data/items/0/number must be >= 1'],
    [
      [{ number: 1, kind: 'AMMUNITION', serial: { part: 'OTHER', condition: 'INTACT' } }],
      '/data/items/0 must NOT have additional properties',
    ],
  ])('%j: %s', (items, verdict) => {
    expect(understood(items)).toBe(verdict);
  });
});
