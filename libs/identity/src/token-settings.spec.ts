import { resolve } from 'node:path';
import { InvalidTokenSetting } from './key-set';
import { tokenSettings } from './token-settings';

const names = { VESTIGO_ISSUER: 'https://identity.example', VESTIGO_AUDIENCE: 'vestigo' };
const named = { issuer: 'https://identity.example', audience: 'vestigo' };

test.each([
  ['the embedded issuer, when nothing is said', {}, { kind: 'issuer', folder: '/keys' }],
  [
    'the embedded issuer, when variables are set to nothing',
    { VESTIGO_JWKS: '' },
    { kind: 'issuer', folder: '/keys' },
  ],
  [
    'the embedded issuer by its public key',
    { VESTIGO_JWKS: 'issuer.jwks.json' },
    {
      kind: 'file',
      file: resolve('issuer.jwks.json'),
      names: { issuer: 'urn:vestigo:embedded', audience: 'urn:vestigo:exchange' },
    },
  ],
  [
    'another issuer by a file of its keys',
    { VESTIGO_JWKS: '/keys.json', ...names },
    { kind: 'file', file: '/keys.json', names: named },
  ],
  [
    'an identity provider by its address',
    { VESTIGO_JWKS_URL: 'https://identity.example/keys', ...names },
    { kind: 'provider', address: new URL('https://identity.example/keys'), names: named },
  ],
  [
    'a provider on this machine without TLS',
    { VESTIGO_JWKS_URL: 'http://127.0.0.1:8080/keys', ...names },
    { kind: 'provider', address: new URL('http://127.0.0.1:8080/keys'), names: named },
  ],
  ['an identity provider that says itself where its keys are', names, { kind: 'provider', names: named }],
  [
    'an identity provider of one State',
    { ...names, VESTIGO_ISSUER_STATE: 'JAM', VESTIGO_CLAIM_ROLE: 'job' },
    {
      kind: 'provider',
      names: named,
      claims: { state: 'state', role: 'job', authority: 'authority', desk: 'desk', onlyState: 'JAM' },
    },
  ],
])('tokens are believed of %s', (_, env, settings) => {
  expect(tokenSettings(env, '/keys')).toEqual(settings);
});

const url = 'https://identity.example/keys';

test.each([
  [
    'keys from two places',
    { VESTIGO_JWKS: '/keys.json', VESTIGO_JWKS_URL: url, ...names },
    'keys come from one place',
  ],
  [
    'a provider without a name',
    { VESTIGO_JWKS_URL: url },
    'VESTIGO_ISSUER and VESTIGO_AUDIENCE must be set too: which issuer tokens come from, and for whom they are meant.',
  ],
  ['half a name', { VESTIGO_JWKS: '/keys.json', VESTIGO_ISSUER: 'a' }, 'VESTIGO_AUDIENCE must be set too'],
  [
    'an issuer that cannot be asked for its keys',
    { VESTIGO_ISSUER: 'urn:issuer', VESTIGO_AUDIENCE: 'vestigo' },
    'VESTIGO_ISSUER is no https address that could be asked for its keys',
  ],
  ['claims of nobody', { VESTIGO_CLAIM_STATE: 'country' }, 'VESTIGO_ISSUER must be set too'],
  [
    'an address without TLS',
    { VESTIGO_JWKS_URL: 'http://identity.example', ...names },
    'must be an https address',
  ],
  ['no address', { VESTIGO_JWKS_URL: 'identity', ...names }, 'must be an https address'],
])('%s is refused in words', (_, env, words) => {
  expect(() => tokenSettings(env, '/keys')).toThrow(InvalidTokenSetting);
  expect(() => tokenSettings(env, '/keys')).toThrow(words);
});
