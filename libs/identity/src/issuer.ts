import { randomUUID } from 'node:crypto';
import { errors, type JWTPayload, jwtVerify, SignJWT } from 'jose';
import { type Actor, flawOf, isRole } from './actor';
import { type KeyPair, keyPairIn } from './issuer-key';
import { VerifiedTokens } from './verified-tokens';

export const ISSUER = 'urn:vestigo:embedded';
export const AUDIENCE = 'urn:vestigo:exchange';

const algorithm = 'EdDSA';
const twelveHours = 12 * 60 * 60;

/** A longer token is refused unread; those issued here have about 400 characters. */
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
  /** Throws `InvalidToken`. */
  verify(token: string): Promise<Actor>;
}

export interface Issuer extends TokenVerifier {
  issue(actor: Actor, lifetimeSeconds?: number): Promise<string>;
}

export interface IssuerOptions {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly now?: () => number;
  /** How many verified tokens are remembered (about 1 KB each). */
  readonly remembered?: number;
}

/** The embedded issuer, for a State or a pilot without an identity provider. Its key lives in `folder`. */
export async function openIssuer(folder: string, options: IssuerOptions = {}): Promise<Issuer> {
  const { now = Date.now, remembered = 10_000 } = options;
  return new EmbeddedIssuer(await keyPairIn(folder), now, new VerifiedTokens(remembered, now));
}

class EmbeddedIssuer implements Issuer {
  constructor(
    private readonly keys: KeyPair,
    private readonly now: () => number,
    private readonly verified: VerifiedTokens,
  ) {}

  async issue({ subject, state, role }: Actor, lifetimeSeconds = twelveHours): Promise<string> {
    const flaw = flawOf(subject, state, role);
    if (flaw !== undefined) throw new Error(`No token can be issued: ${flaw}.`);
    const issuedAt = Math.floor(this.now() / 1000);
    return new SignJWT({ state, role })
      .setProtectedHeader({ alg: algorithm, typ: 'JWT' })
      .setIssuer(ISSUER)
      .setAudience(AUDIENCE)
      .setSubject(subject)
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + lifetimeSeconds)
      .setJti(randomUUID())
      .sign(this.keys.privateKey);
  }

  verifyCached(token: string): Actor | undefined {
    return this.verified.get(token);
  }

  async verify(token: string): Promise<Actor> {
    const known = this.verified.get(token);
    if (known) return known;
    const { exp = 0, sub, ...claims } = await this.claimsOf(token);
    const state = claims['state'] ?? null;
    const role = claims['role'];
    const flaw = flawOf(sub, state, role);
    if (flaw !== undefined || sub === undefined || !isRole(role)) {
      throw new InvalidToken(`The access token is not usable: ${flaw ?? 'it names no actor'}.`);
    }
    const actor: Actor = { subject: sub, state: typeof state === 'string' ? state : null, role };
    this.verified.add(token, actor, exp * 1000);
    return actor;
  }

  private async claimsOf(token: string): Promise<JWTPayload> {
    if (!isCanonical(token)) throw new InvalidToken('The access token is malformed.');
    try {
      const { payload } = await jwtVerify(token, this.keys.publicKey, {
        algorithms: [algorithm],
        issuer: ISSUER,
        audience: AUDIENCE,
        typ: 'JWT',
        requiredClaims: ['sub', 'iat', 'exp', 'jti'],
        currentDate: new Date(this.now()),
      });
      return payload;
    } catch (error) {
      throw new InvalidToken(reasonOf(error), { cause: error });
    }
  }
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
  if (error instanceof errors.JWSSignatureVerificationFailed) {
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
