import type { Provider } from './settings';
import { SignInFailed } from './sign-in-failed';

/** What an identity provider says of itself (OpenID Connect Discovery 1.0, 3). */
export interface ProviderAddresses {
  readonly issuer: string;
  readonly authorization_endpoint: string;
  readonly token_endpoint: string;
  readonly end_session_endpoint?: string;
}

/** What a provider hands out. */
export interface Granted {
  readonly token: string;
  readonly idToken: string | undefined;
  readonly refreshToken: string | undefined;
  /** Milliseconds since 1970-01-01T00:00:00Z, by the clock of this device; undefined where the provider does not say. */
  readonly expiresAt: number | undefined;
}

/** Longest that the provider is waited for, in milliseconds. */
const patience = 30_000;

export async function addressesOf({ issuer }: Provider): Promise<ProviderAddresses> {
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const answer = await asked(address);
  if (!answer.ok) throw new SignInFailed('away', `HTTP ${String(answer.status)}`);
  const said: unknown = await answer.json();
  if (!isAddresses(said)) throw new SignInFailed('away', address);
  if (said.issuer !== issuer) throw new SignInFailed('not-believed', said.issuer);
  return said;
}

const isAddresses = (said: unknown): said is ProviderAddresses =>
  typeof said === 'object' && said !== null && 'issuer' in said && 'token_endpoint' in said;

/** Asks for tokens: for a code, or for a refresh token. Throws `SignInFailed`. */
export async function grantedFor(
  provider: Provider,
  { token_endpoint: address }: ProviderAddresses,
  grant: Readonly<Record<string, string>>,
): Promise<Granted> {
  const { clientId, resource } = provider;
  const body = new URLSearchParams({
    ...grant,
    client_id: clientId,
    ...(resource !== undefined && { resource }),
  });
  const began = Date.now();
  const answer = await asked(address, { method: 'POST', body });
  if (answer.status >= 500) throw new SignInFailed('away', `HTTP ${String(answer.status)}`);
  const said = await saidBy(answer);
  const token = said['access_token'];
  if (!answer.ok || typeof token !== 'string') {
    throw new SignInFailed('faulty', wordsOf(said) ?? `HTTP ${String(answer.status)}`);
  }
  const seconds = said['expires_in'];
  return {
    token,
    idToken: textOf(said['id_token']),
    refreshToken: textOf(said['refresh_token']),
    expiresAt: typeof seconds === 'number' ? began + seconds * 1000 : undefined,
  };
}

type Said = Readonly<Record<string, unknown>>;

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

const wordsOf = (said: Said): string | undefined =>
  textOf(said['error_description']) ?? textOf(said['error']);

async function saidBy(answer: Response): Promise<Said> {
  return answer.json().catch(() => ({}));
}

async function asked(address: string, init: RequestInit = {}): Promise<Response> {
  try {
    return await fetch(address, { ...init, cache: 'no-store', signal: AbortSignal.timeout(patience) });
  } catch (cause) {
    throw new SignInFailed('away', undefined, { cause });
  }
}
