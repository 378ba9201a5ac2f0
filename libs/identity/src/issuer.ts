import { randomUUID } from 'node:crypto';
import { type JSONWebKeySet, SignJWT } from 'jose';
import { type Actor, flawOf } from './actor';
import { type KeyPair, keyPairIn } from './issuer-key';
import { always, SignedTokens, type TokenVerifier, type Trust, type VerifierOptions } from './signed-tokens';

export const ISSUER = 'urn:vestigo:embedded';
export const AUDIENCE = 'urn:vestigo:exchange';

const algorithm = 'EdDSA';
const twelveHours = 12 * 60 * 60;

/** What tokens of the embedded issuer are, whoever checks them. */
export const EMBEDDED_TOKENS: Omit<Trust, 'keys'> = {
  issuer: ISSUER,
  audience: AUDIENCE,
  algorithms: [algorithm],
  types: ['jwt'],
  requiredClaims: ['sub', 'iat', 'exp', 'jti'],
  clockTolerance: 0,
};

export interface Issuer extends TokenVerifier {
  issue(actor: Actor, lifetimeSeconds?: number): Promise<string>;
  /** The public half of the key (RFC 7517, 5): whoever has it can check tokens and issue none. */
  readonly keySet: JSONWebKeySet;
}

/** The embedded issuer, for a State or a pilot without an identity provider. Its key lives in `folder`. */
export async function openIssuer(folder: string, options: VerifierOptions = {}): Promise<Issuer> {
  return new EmbeddedIssuer(await keyPairIn(folder), options);
}

class EmbeddedIssuer extends SignedTokens implements Issuer {
  constructor(
    private readonly keys: KeyPair,
    private readonly options: VerifierOptions,
  ) {
    super({ ...EMBEDDED_TOKENS, keys: always(keys.publicKey) }, options);
  }

  get keySet(): JSONWebKeySet {
    return { keys: [this.keys.publicJwk] };
  }

  async issue(actor: Actor, lifetimeSeconds = twelveHours): Promise<string> {
    const flaw = flawOf(actor);
    if (flaw !== undefined) throw new Error(`No token can be issued: ${flaw}.`);
    const { now = Date.now } = this.options;
    const issuedAt = Math.floor(now() / 1000);
    const { subject, state, role, authority, desk } = actor;
    return new SignJWT({
      state,
      role,
      ...(authority !== undefined && { authority }),
      ...(desk !== undefined && { desk }),
    })
      .setProtectedHeader({ alg: algorithm, typ: 'JWT', kid: this.keys.publicJwk.kid })
      .setIssuer(ISSUER)
      .setAudience(AUDIENCE)
      .setSubject(subject)
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + lifetimeSeconds)
      .setJti(randomUUID())
      .sign(this.keys.privateKey);
  }
}
