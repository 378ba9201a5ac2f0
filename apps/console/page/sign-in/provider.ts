import { speech } from '../language/speech';
import { isAskedFor } from './id-token';
import { addressesOf, type Granted, grantedFor } from './provider-tokens';
import type { Provider } from './settings';
import { SignInFailed } from './sign-in-failed';

/** Where the provider sends the officer back to: after a sign-in, and after a sign-out. */
export const RETURN_PATH = '/sign-in/return';
export const LEFT_PATH = '/sign-in';

const key = 'vestigo.sign-in';

interface Begun {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** The screen that was asked for. */
  readonly to: string;
}

/** Leaves the page for the provider (OpenID Connect Core 1.0, 3.1; PKCE, RFC 7636, with S256). */
export async function beginSignIn(provider: Provider, to: string): Promise<void> {
  const { authorization_endpoint: address } = await addressesOf(provider);
  const begun: Begun = { state: secret(), nonce: secret(), verifier: secret(), to };
  sessionStorage.setItem(key, JSON.stringify(begun));
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(begun.verifier));
  const { clientId, scope, resource } = provider;
  leaveFor(address, {
    response_type: 'code',
    client_id: clientId,
    redirect_uri: location.origin + RETURN_PATH,
    scope,
    ...(resource !== undefined && { resource }),
    state: begun.state,
    nonce: begun.nonce,
    code_challenge: base64url(new Uint8Array(digest)),
    code_challenge_method: 'S256',
    ui_locales: speech.get().language,
  });
}

/** The screen that the sign-in which is under way is to lead to. */
export const screenAskedFor = (): string => begunBefore()?.to ?? '/';

/** Takes the code that the provider sent back, once, and gives what it hands out for it. Throws `SignInFailed`. */
export async function endSignIn(provider: Provider, returned: URLSearchParams): Promise<Granted> {
  const begun = begunBefore();
  sessionStorage.removeItem(key);
  // Words that come with another state may be anybody's: they are not shown.
  if (!begun || returned.get('state') !== begun.state) throw new SignInFailed('not-begun');
  const error = returned.get('error');
  if (error !== null) {
    const said = returned.get('error_description') ?? error;
    throw new SignInFailed(turnedDown.has(error) ? 'refused' : faultOf(error), said);
  }
  const code = returned.get('code');
  const from = returned.get('iss');
  if (code === null) throw new SignInFailed('not-begun');
  // RFC 9207: by the issuer that is named no other one can have a code taken for its own.
  if (from !== null && from !== provider.issuer) throw new SignInFailed('not-believed', from);
  const granted = await grantedFor(provider, await addressesOf(provider), {
    grant_type: 'authorization_code',
    redirect_uri: location.origin + RETURN_PATH,
    code_verifier: begun.verifier,
    code,
  });
  const { issuer, clientId } = provider;
  if (!isAskedFor(granted.idToken ?? '', { issuer, clientId, nonce: begun.nonce })) {
    throw new SignInFailed('not-believed');
  }
  return granted;
}

/** Signs out at the provider also (OpenID Connect RP-Initiated Logout 1.0), where it can be done and the provider is there. */
export async function leaveProvider(provider: Provider, idToken: string): Promise<void> {
  const { end_session_endpoint: address } = await addressesOf(provider);
  if (address === undefined) return;
  leaveFor(address, {
    id_token_hint: idToken,
    client_id: provider.clientId,
    post_logout_redirect_uri: location.origin + LEFT_PATH,
    ui_locales: speech.get().language,
  });
}

const turnedDown = new Set(['access_denied', 'login_required', 'consent_required', 'interaction_required']);

const faultOf = (error: string) =>
  ['temporarily_unavailable', 'server_error'].includes(error) ? ('away' as const) : ('faulty' as const);

function leaveFor(address: string, parameters: Readonly<Record<string, string>>): void {
  const asked = new URL(address);
  for (const [name, value] of Object.entries(parameters)) asked.searchParams.set(name, value);
  location.assign(asked);
}

function begunBefore(): Begun | undefined {
  const text = sessionStorage.getItem(key);
  return text === null ? undefined : JSON.parse(text);
}

const secret = () => base64url(crypto.getRandomValues(new Uint8Array(32)));

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
