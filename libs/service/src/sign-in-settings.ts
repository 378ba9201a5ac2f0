import { isSafeAddress } from '@vestigo/identity';
import type { SignIn } from '@vestigo/page';
import { type Environment, InvalidSetting, setting } from './settings';

/**
 * Reads `VESTIGO_SIGN_IN_ISSUER` and `VESTIGO_SIGN_IN_CLIENT`, `_SCOPE` and `_RESOURCE`: how one signs in at the page. Undefined
 * where no identity provider is named. Throws `InvalidSetting`.
 */
export function signInIn(env: Environment): SignIn | undefined {
  const issuer = setting(env['VESTIGO_SIGN_IN_ISSUER'], '');
  const clientId = setting(env['VESTIGO_SIGN_IN_CLIENT'], '');
  if (issuer === '' && clientId === '') return undefined;
  if (!isSafeAddress(URL.parse(issuer)) || clientId === '') {
    throw new InvalidSetting(
      'VESTIGO_SIGN_IN_ISSUER must be the https address of an identity provider, and VESTIGO_SIGN_IN_CLIENT the name ' +
        'under which it knows this page; with neither, one signs in with an access token.',
    );
  }
  const resource = setting(env['VESTIGO_SIGN_IN_RESOURCE'], '');
  const scope = setting(env['VESTIGO_SIGN_IN_SCOPE'], 'openid');
  return { kind: 'provider', issuer, clientId, scope, ...(resource !== '' && { resource }) };
}
