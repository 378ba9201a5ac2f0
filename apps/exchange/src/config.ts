import { resolve } from 'node:path';
import { type TokenSettings, tokenSettings } from '@vestigo/identity';
import type { SignIn } from '@vestigo/page';
import { type Address, addressIn, type Environment, setting, signInIn } from '@vestigo/service';

/** Everything that the surroundings decide. */
export interface Config extends Address {
  /** Folder of the log, the transport, the views and the issuer's key. */
  readonly data: string;
  /** Whose tokens are believed; those of the issuer in the data folder when absent. */
  readonly tokens?: Exclude<TokenSettings, { readonly kind: 'issuer' }>;
  /** How one signs in at the page, where an identity provider is named. */
  readonly signIn?: SignIn;
}

/** Reads `HOST`, `PORT`, `VESTIGO_DATA` and what concerns an identity provider. Throws `InvalidSetting` or `InvalidTokenSetting`. */
export function configOf(env: Environment): Config {
  const data = resolve(setting(env['VESTIGO_DATA'], 'data'));
  const tokens = tokenSettings(env, data);
  const signIn = signInIn(env);
  return { ...addressIn(env), data, ...(tokens.kind !== 'issuer' && { tokens }), ...(signIn && { signIn }) };
}
