import { Unreachable } from '../api/problem';
import { addressesOf, type Granted, grantedFor } from './provider-tokens';
import type { Provider } from './settings';
import { SignInFailed } from './sign-in-failed';

/** New tokens for a refresh token; undefined when the provider grants none any more. Throws `Unreachable`. */
export async function renewed(
  provider: Provider,
  before: Granted | undefined,
  refreshToken: string,
): Promise<Granted | undefined> {
  try {
    const granted = await grantedFor(provider, await addressesOf(provider), {
      grant_type: 'refresh_token',
      refresh_token: refreshToken,
    });
    return {
      ...granted,
      refreshToken: granted.refreshToken ?? refreshToken,
      idToken: granted.idToken ?? before?.idToken,
    };
  } catch (error) {
    if (error instanceof SignInFailed && error.fault !== 'away') return undefined;
    throw new Unreachable({ cause: error });
  }
}
