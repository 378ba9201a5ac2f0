import { resolve } from 'node:path';
import { AUDIENCE, EMBEDDED_TOKENS, ISSUER, openIssuer } from './issuer';
import { InvalidTokenSetting, keysAt, keysIn } from './key-set';
import { SignedTokens, type TokenVerifier, type Trust, type VerifierOptions } from './signed-tokens';

/** Whose tokens a service believes. */
export type TokenSettings =
  /** Those of the embedded issuer whose key, which can sign, lies in the folder. */
  | { readonly kind: 'issuer'; readonly folder: string }
  /** Those of the embedded issuer, or of another one, whose public keys are in the file. */
  | { readonly kind: 'file'; readonly file: string; readonly names: Names }
  /** Those of an identity provider that publishes its keys. */
  | { readonly kind: 'provider'; readonly address: URL; readonly names: Names };

interface Names {
  readonly issuer: string;
  readonly audience: string;
}

const embedded: Names = { issuer: ISSUER, audience: AUDIENCE };

type Environment = Readonly<Partial<Record<string, string>>>;

/**
 * Reads `VESTIGO_JWKS` (a file), or `VESTIGO_JWKS_URL` with `VESTIGO_ISSUER` and `VESTIGO_AUDIENCE`; with none of them
 * the embedded issuer whose key lies in `folder`. Throws `InvalidTokenSetting`.
 */
export function tokenSettings(env: Environment, folder: string): TokenSettings {
  const file = given(env, 'VESTIGO_JWKS');
  const url = given(env, 'VESTIGO_JWKS_URL');
  if (file !== undefined && url !== undefined) {
    throw new InvalidTokenSetting(
      'VESTIGO_JWKS and VESTIGO_JWKS_URL are both set; keys come from one place.',
    );
  }
  const named = namesIn(env, url !== undefined);
  if (url !== undefined && named) return { kind: 'provider', address: addressOf(url), names: named };
  if (file !== undefined) return { kind: 'file', file: resolve(file), names: named ?? embedded };
  if (named) {
    throw new InvalidTokenSetting('VESTIGO_ISSUER is set, but neither VESTIGO_JWKS_URL nor VESTIGO_JWKS.');
  }
  return { kind: 'issuer', folder };
}

/** Opens what checks the tokens. Throws `InvalidTokenSetting` for a file that cannot be used. */
export async function openVerifier(
  settings: TokenSettings,
  options: VerifierOptions = {},
): Promise<TokenVerifier> {
  switch (settings.kind) {
    case 'issuer':
      return openIssuer(settings.folder, options);
    case 'file':
      return new SignedTokens({ ...trustIn(settings.names), keys: await keysIn(settings.file) }, options);
    case 'provider':
      return new SignedTokens({ ...trustIn(settings.names), keys: keysAt(settings.address) }, options);
  }
}

/** Of the embedded issuer we know how its tokens are made; of another one what the RFCs say (7519, 8725, 9068). */
export function trustIn({ issuer, audience }: Names): Omit<Trust, 'keys'> {
  if (issuer === ISSUER) return { ...EMBEDDED_TOKENS, audience };
  return {
    issuer,
    audience,
    algorithms: ['EdDSA', 'Ed25519', 'ES256', 'ES384', 'ES512', 'PS256', 'PS384', 'PS512', 'RS256'],
    types: ['', 'jwt', 'at+jwt'],
    requiredClaims: ['sub', 'iat', 'exp'],
    clockTolerance: 5,
  };
}

/** Tokens are believed from one issuer, when they are meant for us: both names are there, or none. */
function namesIn(env: Environment, isNeeded: boolean): Names | undefined {
  const [issuer, audience] = [given(env, 'VESTIGO_ISSUER'), given(env, 'VESTIGO_AUDIENCE')];
  if (issuer !== undefined && audience !== undefined) return { issuer, audience };
  if (issuer === undefined && audience === undefined && !isNeeded) return undefined;
  const missing = ['VESTIGO_ISSUER', 'VESTIGO_AUDIENCE'].filter((name) => given(env, name) === undefined);
  throw new InvalidTokenSetting(
    `${missing.join(' and ')} must be set too: which issuer tokens come from, and for whom they are meant.`,
  );
}

function addressOf(text: string): URL {
  const url = URL.parse(text);
  const here = ['127.0.0.1', '[::1]', 'localhost'];
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && here.includes(url.hostname))) return url;
  throw new InvalidTokenSetting(
    'VESTIGO_JWKS_URL must be an https address: who can change the keys on their way can be anybody.',
  );
}

function given(env: Environment, name: string): string | undefined {
  const value = env[name];
  return value === '' ? undefined : value;
}
