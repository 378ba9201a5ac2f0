import { resolve } from 'node:path';
import { claimNamesIn } from './claim-settings';
import type { ClaimNames } from './claims';
import { isSafeAddress, keyAddressOf } from './discovery';
import { AUDIENCE, EMBEDDED_TOKENS, ISSUER, openIssuer } from './issuer';
import { InvalidTokenSetting, keysAt, keysIn } from './key-set';
import { SignedTokens, type TokenVerifier, type Trust, type VerifierOptions } from './signed-tokens';

/** Whose tokens a service believes. */
export type TokenSettings =
  /** Those of the embedded issuer whose key, which can sign, lies in the folder. */
  | { readonly kind: 'issuer'; readonly folder: string }
  /** Those of the embedded issuer, or of another one, whose public keys are in the file. */
  | { readonly kind: 'file'; readonly file: string; readonly names: Names; readonly claims?: ClaimNames }
  /** Those of an identity provider that publishes its keys: at the address, or where it says itself. */
  | {
      readonly kind: 'provider';
      readonly address?: URL;
      readonly names: Names;
      readonly claims?: ClaimNames;
    };

interface Names {
  readonly issuer: string;
  readonly audience: string;
}

const embedded: Names = { issuer: ISSUER, audience: AUDIENCE };

type Environment = Readonly<Partial<Record<string, string>>>;

/**
 * Reads `VESTIGO_ISSUER` and `VESTIGO_AUDIENCE`, where the keys are (`VESTIGO_JWKS`, a file, or `VESTIGO_JWKS_URL`, unless the
 * issuer says it itself), and where its tokens say who somebody is (`VESTIGO_CLAIM_*`, `VESTIGO_ROLES`,
 * `VESTIGO_ISSUER_STATE`); with none of them the embedded issuer whose key lies in `folder`. Throws `InvalidTokenSetting`.
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
  const claims = claimNamesIn(env);
  const said = claims && { claims };
  if (url !== undefined && named) return { kind: 'provider', address: addressOf(url), names: named, ...said };
  if (file !== undefined) return { kind: 'file', file: resolve(file), names: named ?? embedded, ...said };
  if (named && isSafeAddress(URL.parse(named.issuer))) return { kind: 'provider', names: named, ...said };
  if (named) {
    throw new InvalidTokenSetting(
      'VESTIGO_ISSUER is no https address that could be asked for its keys: set VESTIGO_JWKS_URL or VESTIGO_JWKS.',
    );
  }
  if (claims) {
    throw new InvalidTokenSetting(
      'VESTIGO_ISSUER must be set too: the embedded issuer says State and role as it does.',
    );
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
      return new SignedTokens({ ...trustOf(settings), keys: await keysIn(settings.file) }, options);
    case 'provider': {
      const { issuer } = settings.names;
      const keys = keysAt(settings.address ?? ((patience) => keyAddressOf(issuer, patience)));
      return new SignedTokens({ ...trustOf(settings), keys }, options);
    }
  }
}

const trustOf = ({ names, claims }: Exclude<TokenSettings, { readonly kind: 'issuer' }>) => ({
  ...trustIn(names),
  ...(claims && { claims }),
});

/** Of the embedded issuer we know how its tokens are made; of another one what the RFCs say (7519, 8725, 9068). */
export function trustIn({ issuer, audience }: Names): Omit<Trust, 'keys'> {
  if (issuer === ISSUER) return { ...EMBEDDED_TOKENS, audience };
  return {
    issuer,
    audience,
    algorithms: ['EdDSA', 'Ed25519', 'ES256', 'ES384', 'ES512', 'PS256', 'PS384', 'PS512', 'RS256'],
    types: ['', 'jwt', 'at+jwt'],
    requiredClaims: ['sub', 'iat', 'exp'],
    clockTolerance: 30,
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
  if (isSafeAddress(url)) return url;
  throw new InvalidTokenSetting(
    'VESTIGO_JWKS_URL must be an https address: who can change the keys on their way can be anybody.',
  );
}

function given(env: Environment, name: string): string | undefined {
  const value = env[name];
  return value === '' ? undefined : value;
}
