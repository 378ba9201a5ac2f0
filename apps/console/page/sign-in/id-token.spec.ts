import { isAskedFor } from './id-token';

const asked = { issuer: 'https://id.example', clientId: 'vestigo', nonce: 'n-1' };
const noon = Date.UTC(2026, 10, 22, 12);
const usual = { iss: asked.issuer, aud: 'vestigo', nonce: 'n-1', sub: 'amina', exp: noon / 1000 + 60 };

const tokenOf = (claims: object) =>
  ['{}', JSON.stringify({ ...usual, ...claims }), '']
    .map((part) => Buffer.from(part).toString('base64url'))
    .join('.');

test.each([{}, { aud: ['mail', 'vestigo'], azp: 'vestigo' }, { exp: noon / 1000 - 200 }])(
  'an ID token that was asked for is taken: %j',
  (claims) => {
    expect(isAskedFor(tokenOf(claims), asked, noon)).toBe(true);
  },
);

test.each([
  { iss: 'https://elsewhere.example' },
  { aud: 'mail' },
  { aud: ['mail', 'vestigo'], azp: 'mail' },
  { nonce: 'n-2' },
  { nonce: undefined },
  { sub: undefined },
  { exp: noon / 1000 - 301 },
  { exp: undefined },
])('another one is not: %j', (claims) => {
  expect(isAskedFor(tokenOf(claims), asked, noon)).toBe(false);
});

test.each(['', 'a.b', 'a.bnVsbA.c'])('what is no token is not: %j', (text) => {
  expect(isAskedFor(text, asked, noon)).toBe(false);
});
