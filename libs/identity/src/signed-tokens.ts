import { type CryptoKey, errors, type JWTPayload, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { Unavailable } from '@vestigo/kernel';
import { type Actor, flawOf, isDesk, isName, isRole } from './actor';
import { actorClaimsIn, type ClaimNames, overreachOf, USUAL_CLAIMS } from './claims';
import { VerifiedTokens } from './verified-tokens';

/** A longer token is refused unread; those of the embedded issuer have about 450 characters. */
const longestToken = 4096;

/** A token that proves nothing; the message says why, in words fit for its bearer. */
export class InvalidToken extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'InvalidToken';
  }
}

export interface TokenVerifier {
  /** Who the token speaks for, if it was verified before and has not expired since. */
  verifyCached(token: string): Actor | undefined;
  /** Throws `InvalidToken`, or `Unavailable` when the keys of the issuer cannot be had now. */
  verify(token: string): Promise<Actor>;
}

export interface VerifierOptions {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly now?: () => number;
  /** How many verified tokens are remembered (about 1 KB each). */
  readonly remembered?: number;
}

/** What a token must be to be believed. */
export interface Trust {
  /** Finds the public key of the issuer that a token names. */
  readonly keys: JWTVerifyGetKey;
  readonly issuer: string;
  readonly audience: string;
  readonly algorithms: readonly string[];
  /** Media types that may stand in `typ` (RFC 8725, 3.11). */
  readonly types: readonly string[];
  readonly requiredClaims: readonly string[];
  /** Seconds that the clock of the issuer may be ahead of ours or behind. */
  readonly clockTolerance: number;
  /** Where actors stand; in `state`, `role`, `authority` and `desk` unless told. */
  readonly claims?: ClaimNames;
}

/** Checks tokens that somebody signed; cannot sign any. */
export class SignedTokens implements TokenVerifier {
  private readonly now: () => number;
  private readonly verified: VerifiedTokens;

  constructor(
    private readonly trust: Trust,
    { now = Date.now, remembered = 10_000 }: VerifierOptions = {},
  ) {
    this.now = now;
    this.verified = new VerifiedTokens(remembered, now);
  }

  verifyCached(token: string): Actor | undefined {
    return this.verified.get(token);
  }

  async verify(token: string): Promise<Actor> {
    const known = this.verified.get(token);
    if (known) return known;
    const { claims: names = USUAL_CLAIMS } = this.trust;
    const payload = await this.claimsOf(token);
    const { exp = 0, sub } = payload;
    const claims = actorClaimsIn(payload, names);
    const { state, role, authority, desk } = claims;
    const flaw = flawOf(claims) ?? overreachOf(claims, names);
    if (flaw !== undefined || sub === undefined || !isRole(role)) {
      throw new InvalidToken(`The access token is not usable: ${flaw ?? 'it names no actor'}.`);
    }
    const actor: Actor = {
      subject: sub,
      state: typeof state === 'string' ? state : null,
      role,
      ...(isName(authority) && { authority }),
      ...(role === 'liaison-desk' && isDesk(desk) && { desk }),
    };
    this.verified.add(token, actor, exp * 1000);
    return actor;
  }

  private async claimsOf(token: string): Promise<JWTPayload> {
    const { keys, types, algorithms, requiredClaims, issuer, audience, clockTolerance } = this.trust;
    if (!isCanonical(token)) throw new InvalidToken('The access token is malformed.');
    try {
      const { payload, protectedHeader } = await jwtVerify(token, keys, {
        ...{ issuer, audience, clockTolerance },
        algorithms: [...algorithms],
        requiredClaims: [...requiredClaims],
        currentDate: new Date(this.now()),
      });
      if (types.includes(typeOf(protectedHeader.typ))) return payload;
    } catch (error) {
      if (error instanceof Unavailable) throw error;
      throw new InvalidToken(reasonOf(error), { cause: error });
    }
    throw new InvalidToken('The token is not an access token.');
  }
}

/** One key for all tokens. */
export function always(key: CryptoKey): JWTVerifyGetKey {
  return () => Promise.resolve(key);
}

/** `application/` may be left out, and upper case means the same (RFC 7515, 4.1.9). */
function typeOf(typ: unknown): string {
  return typeof typ === 'string' ? typ.toLowerCase().replace(/^application\//, '') : '';
}

/**
 * The last character of a signature carries bits that decoders drop: several texts would be the same token. Only the one
 * that encodes back to itself is taken.
 */
function isCanonical(token: string): boolean {
  if (token.length > longestToken) return false;
  const signature = token.slice(token.lastIndexOf('.') + 1);
  return Buffer.from(signature, 'base64url').toString('base64url') === signature;
}

function reasonOf(error: unknown): string {
  if (error instanceof errors.JWTExpired) return 'The access token has expired. Ask for a new one.';
  if (
    error instanceof errors.JWSSignatureVerificationFailed ||
    error instanceof errors.JWKSNoMatchingKey ||
    error instanceof errors.JWKSMultipleMatchingKeys
  ) {
    return 'The signature of the access token does not belong to this exchange.';
  }
  if (error instanceof errors.JWTClaimValidationFailed)
    return claimReasons[error.claim] ?? 'The access token is malformed.';
  return 'The access token is malformed.';
}

const claimReasons: Readonly<Record<string, string>> = {
  aud: 'The access token is meant for another audience.',
  iss: 'The access token comes from another issuer.',
  nbf: 'The access token is not valid yet.',
};
