import fc from 'fast-check';
import type { Actor } from '@vestigo/identity';
import { Rejection } from '@vestigo/kernel';
import { canonicalJson } from './canonical-json';
import { fingerprintOf, idempotencyKeyOf, idFor, messageIdOf } from './idempotency';

const kenya: Actor = { subject: 'amina', state: 'KEN', role: 'officer' };
const v7 = '01936c2e-7d3b-7c3f-9a52-2f0f5c5e8a11';
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[78][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const idOf = (actor: Actor, key: string, path = '/v1/requests') => messageIdOf(actor, 'POST', path, key);

test('a key is taken bare or in quotes', () => {
  expect(idempotencyKeyOf('abc-1')).toBe('abc-1');
  expect(idempotencyKeyOf('"abc-1"')).toBe('abc-1');
});

test.each(['', '""', '"', 'a b', 'a, a', 'a"b', '"a', 'é', 'a'.repeat(129)])('%p is no key', (header) => {
  expect(() => idempotencyKeyOf(header)).toThrow(Rejection);
});

test('the id of a command keeps its bytes from version to version', () => {
  expect([idOf(kenya, 'first'), idOf(kenya, v7)]).toEqual([
    'd21681fb-84c7-85ba-959e-e541e55a75b8',
    '01936c2e-7d3b-7411-b012-8b1d512a02c5',
  ]);
});

test('the id is one for officers of a State, another for another State, address, method or key', () => {
  const ids = [
    idOf(kenya, 'k'),
    idOf({ ...kenya, state: 'SOM' }, 'k'),
    idOf({ subject: 'KEN', state: null, role: 'coordinator' }, 'k'),
    idOf(kenya, 'k', '/v1/requests/1'),
    idOf(kenya, 'l'),
    messageIdOf(kenya, 'PUT', '/v1/requests', 'k'),
  ];
  expect(new Set(ids).size).toBe(ids.length);
  expect(idOf({ ...kenya, subject: 'bashir' }, 'k')).toBe(ids[0]);
});

test('whatever the key, the id is a UUID; a UUIDv7 gives its time', () => {
  fc.assert(
    fc.property(fc.oneof(fc.uuid(), fc.string()), (key) => {
      expect(idOf(kenya, key)).toMatch(uuid);
    }),
  );
  fc.assert(
    fc.property(fc.uuid({ version: 7 }), (key) => {
      expect(idOf(kenya, key).slice(0, 15)).toBe(key.slice(0, 15));
      expect(idOf(kenya, key.toUpperCase())).toMatch(uuid);
    }),
  );
});

test('ids under UUIDv7 keys grow with time', () => {
  fc.assert(
    fc.property(fc.uuid({ version: 7 }), fc.uuid({ version: 7 }), (one, other) => {
      fc.pre(one.slice(0, 13) !== other.slice(0, 13));
      expect(idOf(kenya, one) < idOf(kenya, other)).toBe(one < other);
    }),
  );
});

test('bodies that say the same have one fingerprint', () => {
  expect(fingerprintOf({ b: [1, { d: 1, c: null }], a: 'é' })).toBe(
    fingerprintOf({ a: 'é', b: [1, { c: null, d: 1 }] }),
  );
  expect(fingerprintOf({ a: 1 })).not.toBe(fingerprintOf({ a: '1' }));
  expect(fingerprintOf(undefined)).toBe(fingerprintOf(undefined));
});

test('canonical JSON sorts keys and is read back as it was', () => {
  expect(canonicalJson({ b: 1, a: { d: [undefined, 1e21], c: undefined } })).toBe(
    '{"a":{"d":[null,1e+21]},"b":1}',
  );
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test('what a command begins takes the id of the command, else a new one', () => {
  const meta = { actor: 'amina', state: 'KEN', role: 'officer', correlationId: 'c', causationId: 'c' };
  expect(idFor({ meta, messageId: 'm' }, () => 'n')).toBe('m');
  expect(idFor({ meta }, () => 'n')).toBe('n');
});
