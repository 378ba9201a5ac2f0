import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

export const standInNames = { issuer: 'https://identity.example', audience: 'vestigo' };

/** A stand-in for an identity provider: publishes its key on loopback and signs tokens of one officer. */
export interface StandInProvider {
  readonly address: URL;
  /** How often somebody asked for the keys. */
  readonly asked: number;
  answers: 'keys' | 'error' | 'nothing';
  /** From now on another key signs, and is the only one published. */
  changeKey(): Promise<void>;
  token(claims?: object, header?: { readonly typ?: string }): Promise<string>;
  stop(): Promise<void>;
}

export async function startStandInProvider(): Promise<StandInProvider> {
  let key = await newKey();
  const server = createServer((_, response) => {
    provider.asked += 1;
    if (provider.answers === 'nothing') return;
    response.statusCode = provider.answers === 'keys' ? 200 : 500;
    response.setHeader('content-type', 'application/jwk-set+json');
    response.end(JSON.stringify({ keys: [key.published] }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const bound = server.address();
  const port = typeof bound === 'object' && bound ? bound.port : 0;
  const provider = {
    address: new URL(`http://127.0.0.1:${String(port)}/keys`),
    asked: 0,
    answers: 'keys' as StandInProvider['answers'],
    async changeKey() {
      key = await newKey();
    },
    token: (claims: object = {}, header: { readonly typ?: string } = { typ: 'at+jwt' }) => {
      const at = Math.floor(Date.now() / 1000);
      const { issuer: iss, audience: aud } = standInNames;
      const usual = { iss, aud, sub: 'amina', state: 'KEN', role: 'officer', iat: at, exp: at + 60 };
      return new SignJWT({ ...usual, ...claims })
        .setProtectedHeader({ alg: 'ES256', kid: key.published.kid, ...header })
        .sign(key.privateKey);
    },
    async stop() {
      if (!server.listening) return;
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
  return provider;
}

async function newKey() {
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  return { privateKey, published: { ...(await exportJWK(publicKey)), kid: randomUUID(), use: 'sig' } };
}
