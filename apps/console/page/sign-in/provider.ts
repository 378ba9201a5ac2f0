import type { PageSettings } from './settings';

type Provider = Extract<PageSettings['signIn'], { readonly kind: 'provider' }>;

/** Where the provider sends the officer back to. */
export const RETURN_PATH = '/sign-in/return';

const key = 'vestigo.sign-in';

interface Begun {
  readonly state: string;
  readonly verifier: string;
  /** The screen that was asked for. */
  readonly to: string;
}

interface Addresses {
  readonly authorization_endpoint: string;
  readonly token_endpoint: string;
}

/** Leaves the page for the provider (OpenID Connect Core 3.1; PKCE, RFC 7636, with S256). */
export async function beginSignIn(provider: Provider, to: string): Promise<void> {
  const { authorization_endpoint: address } = await addressesOf(provider);
  const begun: Begun = { state: secret(), verifier: secret(), to };
  sessionStorage.setItem(key, JSON.stringify(begun));
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(begun.verifier));
  const asked = new URL(address);
  const parameters = {
    response_type: 'code',
    client_id: provider.clientId,
    redirect_uri: location.origin + RETURN_PATH,
    scope: provider.scope,
    state: begun.state,
    code_challenge: base64url(new Uint8Array(digest)),
    code_challenge_method: 'S256',
  };
  for (const [name, value] of Object.entries(parameters)) asked.searchParams.set(name, value);
  location.assign(asked);
}

/** Takes the code that the provider sent back, and gives the token and the screen that was asked for. */
export async function endSignIn(
  provider: Provider,
  returned: URLSearchParams,
): Promise<{ readonly token: string; readonly to: string }> {
  const begun = begunBefore();
  sessionStorage.removeItem(key);
  const code = returned.get('code');
  if (!begun || code === null || returned.get('state') !== begun.state) {
    throw new Error(returned.get('error_description') ?? returned.get('error') ?? 'not begun here');
  }
  const { token_endpoint: address } = await addressesOf(provider);
  const answer = await fetch(address, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: provider.clientId,
      redirect_uri: location.origin + RETURN_PATH,
      code_verifier: begun.verifier,
      code,
    }),
  });
  const { access_token: token } = await saidBy(answer);
  if (!answer.ok || typeof token !== 'string') throw new Error(`HTTP ${answer.status}`);
  return { token, to: begun.to };
}

async function saidBy(answer: Response): Promise<{ readonly access_token?: unknown }> {
  return answer.json();
}

async function addressesOf({ issuer }: Provider): Promise<Addresses> {
  const answer = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`);
  if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
  return answer.json();
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
