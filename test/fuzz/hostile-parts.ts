import fc from 'fast-check';
import { hostile, jsonOf } from './broken-values';
import { type Filling, knownTag, words } from './filling';

/** What stands in the place of an id. */
export const places = words(
  ...[
    '%',
    '%zz',
    '%ff',
    '%00',
    '..%2f..%2fetc',
    '.',
    '%F0%9F%98%80',
    '%ED%A0%80',
    'null',
    '0',
    '-1',
    '*',
    ':id',
    ';',
    '__proto__',
  ],
  ...[
    'x'.repeat(100),
    'x'.repeat(101),
    '%41'.repeat(100),
    'x'.repeat(5000),
    '01900000-0000-7000-8000-000000000000',
    'XXX',
  ],
);

/** None most of the time: what does not go along is what most requests have. */
const seldom = (...fillings: readonly fc.Arbitrary<Filling>[]) =>
  fc.option(fc.oneof(...fillings), { freq: 6, nil: undefined });

const headerFillings: Readonly<Record<string, fc.Arbitrary<Filling | undefined>>> = {
  'If-Match': seldom(
    knownTag,
    words('*', 'W/"1"', '"1", "2"', '""', '"-1"', '"999999999999999999"', '"1', 'é'),
  ),
  'If-None-Match': seldom(knownTag, words('*', 'W/"1"', '"1", "2"', ',', '"')),
  'Idempotency-Key': seldom(
    fc.uuid({ version: 7 }).map((text) => ({ text })),
    words(
      'one',
      'two',
      'three',
      '"four"',
      '',
      ' ',
      '"',
      'a b',
      'x'.repeat(128),
      'x'.repeat(129),
      'é',
      '"\\"',
    ),
  ),
  'X-Correlation-Id': seldom(words('abc', '', 'x'.repeat(64), 'x'.repeat(65), 'a b', '<script>', 'é')),
  traceparent: seldom(
    words(
      '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
      '00-0-0-01',
      'ff',
      'é',
      'x'.repeat(1000),
    ),
  ),
};

/** Headers, each of them seldom. */
export const headers = fc.record(headerFillings).map(present);

export const contentTypes = fc.oneof(
  { arbitrary: fc.constant<string | undefined>('application/json'), weight: 12 },
  {
    arbitrary: fc.constantFrom(
      undefined,
      ...[
        'text/plain',
        'application/xml',
        'application/x-www-form-urlencoded',
        'multipart/form-data; boundary=x',
      ],
      ...[
        'application/json; charset=utf-16',
        'application/json;',
        'APPLICATION/JSON',
        '',
        '/',
        'application/merge-patch+json',
        'image/jpeg',
        'image/png',
        'image/png; a=b',
        'é',
      ],
    ),
    weight: 1,
  },
);

/** What begins like a picture, and is none. */
export const pictures = fc
  .tuple(
    fc.constantFrom(
      '\xff\xd8\xff\xe0',
      '\x89PNG\r\n\x1a\n',
      'RIFF\x00\x00\x00\x00WEBPVP8 ',
      'GIF89a',
      '<svg/>',
      '',
    ),
    fc.uint8Array({ maxLength: 400 }),
  )
  .map(([begin, rest]) => Buffer.concat([Buffer.from(begin, 'latin1'), rest]));

/** Bodies that are no JSON, or none that is asked for. */
export const bodies = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '{',
    '{"a":',
    '[]',
    'null',
    '0',
    '"x"',
    'true',
    '{}{}',
    "{'a':1}",
    '\u0000',
    '<a/>',
    '\ufeff{}',
  ),
  fc.constant('x'.repeat(1024 * 1024 + 1)),
  hostile.map(jsonOf),
);

function present<Value>(all: Readonly<Record<string, Value | undefined>>): Readonly<Record<string, Value>> {
  return Object.fromEntries(Object.entries(all).flatMap(([name, value]) => (value ? [[name, value]] : [])));
}
