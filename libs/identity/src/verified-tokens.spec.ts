import type { Actor } from './actor';
import { VerifiedTokens } from './verified-tokens';

const actor: Actor = { subject: 'amina', state: 'KEN', role: 'officer' };

test('the token used least lately makes room', () => {
  const tokens = new VerifiedTokens(2, () => 0);
  tokens.add('a', actor, 1);
  tokens.add('b', actor, 1);
  tokens.get('a');
  tokens.add('c', actor, 1);
  expect(['a', 'b', 'c'].map((token) => tokens.get(token))).toEqual([actor, undefined, actor]);
});

test('one that is used again and again is the last to make room', () => {
  const tokens = new VerifiedTokens(2, () => 0);
  tokens.add('a', actor, 1);
  tokens.add('b', actor, 1);
  for (const token of ['b', 'a', 'a', 'b', 'a']) tokens.get(token);
  tokens.add('c', actor, 1);
  expect(['a', 'b', 'c'].map((token) => tokens.get(token))).toEqual([actor, undefined, actor]);
});

test('one that has expired is forgotten', () => {
  let now = 0;
  const tokens = new VerifiedTokens(2, () => now);
  tokens.add('a', actor, 1);
  expect(tokens.get('a')).toBe(actor);
  now = 1;
  expect(tokens.get('a')).toBeUndefined();
  expect(tokens.size).toBe(0);
});

test('memory is bounded', () => {
  const tokens = new VerifiedTokens(10, () => 0);
  for (let token = 0; token < 1000; token += 1) tokens.add(String(token), actor, 1);
  expect(tokens.size).toBe(10);
});

test('nothing is remembered when there is no room', () => {
  const tokens = new VerifiedTokens(0, () => 0);
  tokens.add('a', actor, 1);
  expect(tokens.size).toBe(0);
});
