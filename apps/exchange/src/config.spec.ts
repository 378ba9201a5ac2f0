import { resolve } from 'node:path';
import { InvalidSetting } from '@vestigo/service';
import { configOf } from './config';

describe('the settings of an exchange', () => {
  test('are loopback, port 3000 and the folder data unless told otherwise', () => {
    const usual = { host: '127.0.0.1', port: 3000, data: resolve('data') };
    expect(configOf({})).toEqual(usual);
    expect(configOf({ HOST: undefined, PORT: undefined, VESTIGO_DATA: undefined })).toEqual(usual);
  });

  test('set to nothing are not set: an empty host would be every address, an empty folder this one', () => {
    expect(configOf({ HOST: '', PORT: '', VESTIGO_DATA: '' })).toEqual(configOf({}));
  });

  test('come from the environment', () => {
    expect(configOf({ HOST: '::1', PORT: '0', VESTIGO_DATA: '/var/lib/vestigo' })).toEqual({
      host: '::1',
      port: 0,
      data: '/var/lib/vestigo',
    });
    expect(configOf({ VESTIGO_DATA: 'here/../data' }).data).toBe(resolve('data'));
  });

  test('name an identity provider, at the page and for the tokens that are believed', () => {
    const issuer = 'https://id.example';
    const env = {
      VESTIGO_DATA: '/data',
      VESTIGO_ISSUER: issuer,
      VESTIGO_AUDIENCE: 'vestigo',
      VESTIGO_SIGN_IN_ISSUER: issuer,
      VESTIGO_SIGN_IN_CLIENT: 'page',
      VESTIGO_SIGN_IN_RESOURCE: 'https://vestigo.example',
    };
    expect(configOf(env)).toEqual({
      ...configOf({ VESTIGO_DATA: '/data' }),
      tokens: { kind: 'provider', names: { issuer, audience: 'vestigo' } },
      signIn: {
        kind: 'provider',
        issuer,
        clientId: 'page',
        scope: 'openid',
        resource: 'https://vestigo.example',
      },
    });
  });

  test.each(['http', '-1', '65536', '3000 ', '3e3', '0x10', '1.5', ' '])(
    'refuse the port %j, and say why',
    (PORT) => {
      expect(() => configOf({ PORT })).toThrow(InvalidSetting);
      expect(() => configOf({ PORT })).toThrow(
        `PORT is ${JSON.stringify(PORT)}; it must be a number from 0 to 65535 (0 takes any free port).`,
      );
    },
  );
});
