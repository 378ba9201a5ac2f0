import { InvalidSetting } from '@vestigo/service';
import { configOf } from './config';

const upstreams = {
  VESTIGO_REQUESTING_URL: 'http://requesting:3000',
  VESTIGO_RESPONDING_URL: 'http://responding:3000',
  VESTIGO_OVERSIGHT_URL: 'https://oversight.example',
};
const provider = { VESTIGO_SIGN_IN_ISSUER: 'https://id.example', VESTIGO_SIGN_IN_CLIENT: 'vestigo' };

test('the page asks for a token unless an identity provider is set', () => {
  expect(configOf(upstreams).settings).toEqual({ signIn: { kind: 'token' } });
  expect(configOf({ ...upstreams, ...provider }).settings).toEqual({
    signIn: { kind: 'provider', issuer: 'https://id.example', clientId: 'vestigo', scope: 'openid' },
  });
});

test.each([
  [
    'a service without an address',
    { ...upstreams, VESTIGO_OVERSIGHT_URL: '' },
    'VESTIGO_OVERSIGHT_URL is ""',
  ],
  [
    'an address with a path',
    { ...upstreams, VESTIGO_RESPONDING_URL: 'http://a/b' },
    'VESTIGO_RESPONDING_URL',
  ],
  [
    'a provider that anybody on the way could replace',
    { ...upstreams, ...provider, VESTIGO_SIGN_IN_ISSUER: 'http://id.example' },
    'VESTIGO_SIGN_IN_ISSUER must be the https address',
  ],
  ['half a provider', { ...upstreams, VESTIGO_SIGN_IN_CLIENT: 'vestigo' }, 'VESTIGO_SIGN_IN_ISSUER must be'],
])('%s is refused in words', (_, env, words) => {
  expect(() => configOf(env)).toThrow(InvalidSetting);
  expect(() => configOf(env)).toThrow(words);
});
