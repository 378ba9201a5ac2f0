import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Unavailable } from '@vestigo/kernel';
import type { Actor } from './actor';
import { AUDIENCE, ISSUER, openIssuer } from './issuer';
import { keyPairIn } from './issuer-key';
import { keysAt } from './key-set';
import { InvalidToken, SignedTokens } from './signed-tokens';
import { standInNames, startStandInProvider, type StandInProvider } from './testing/stand-in-provider';
import { openVerifier, trustIn } from './token-settings';

const officer: Actor = { subject: 'amina', state: 'KEN', role: 'officer' };
const folder = mkdtempSync(join(tmpdir(), 'keys-'));
const published = join(folder, 'issuer.jwks.json');

afterAll(() => rmSync(folder, { recursive: true }));

describe('a service that has the public key of the embedded issuer alone', () => {
  const verifier = () =>
    openVerifier({ kind: 'file', file: published, names: { issuer: ISSUER, audience: AUDIENCE } });

  test('checks the tokens that the issuer signs', async () => {
    const issuer = await openIssuer(join(folder, 'issuer'));
    writeFileSync(published, JSON.stringify(issuer.keySet));
    await expect((await verifier()).verify(await issuer.issue(officer))).resolves.toEqual(officer);
  });

  test('believes two issuers while one key follows the other', async () => {
    const [before, after] = [
      await openIssuer(join(folder, 'before')),
      await openIssuer(join(folder, 'after')),
    ];
    writeFileSync(published, JSON.stringify({ keys: [...before.keySet.keys, ...after.keySet.keys] }));
    const both = await verifier();
    for (const issuer of [before, after]) {
      await expect(both.verify(await issuer.issue(officer))).resolves.toEqual(officer);
    }
  });

  test('believes no other issuer', async () => {
    const stranger = await openIssuer(join(folder, 'stranger'));
    await expect((await verifier()).verify(await stranger.issue(officer))).rejects.toThrow(
      'The signature of the access token does not belong to this exchange.',
    );
  });

  test('does not start with a key that can sign', async () => {
    await keyPairIn(join(folder, 'issuer'));
    const key = readFileSync(join(folder, 'issuer', 'issuer.jwk.json'), 'utf8');
    writeFileSync(published, `{"keys":[${key}]}`);
    await expect(verifier()).rejects.toThrow('holds a key that can sign');
  });

  test.each(['', 'no JSON', '{}', '{"keys":[]}', '{"keys":[null]}', '{"keys":{}}', 'null'])(
    'does not start with a file that reads %p',
    async (text) => {
      writeFileSync(published, text);
      await expect(verifier()).rejects.toThrow('issuer.jwks.json holds no set of keys');
    },
  );

  test('does not start without its file', async () => {
    rmSync(published, { force: true });
    await expect(verifier()).rejects.toThrow(
      /^The file of public keys .*issuer\.jwks\.json cannot be read\.$/,
    );
  });
});

describe('a service with an identity provider (a stand-in for one)', () => {
  let provider: StandInProvider;

  beforeEach(async () => {
    provider = await startStandInProvider();
  });

  afterEach(() => provider.stop());

  const tokensWith = (options: Parameters<typeof keysAt>[1] = {}) =>
    new SignedTokens(
      { ...trustIn(standInNames), keys: keysAt(provider.address, options) },
      { remembered: 0 },
    );

  test('asks for the keys once, at the first token', async () => {
    const tokens = tokensWith();
    expect(provider.asked).toBe(0);
    for (let seen = 0; seen < 3; seen += 1) {
      await expect(tokens.verify(await provider.token())).resolves.toEqual(officer);
    }
    expect(provider.asked).toBe(1);
  });

  test('asks again when a token names a key that is new', async () => {
    const tokens = tokensWith({ cooldown: 0 });
    await tokens.verify(await provider.token());
    await provider.changeKey();
    await expect(tokens.verify(await provider.token())).resolves.toEqual(officer);
    expect(provider.asked).toBe(2);
  });

  test('does not ask for every stranger with a key of his own', async () => {
    const stranger = await startStandInProvider();
    const tokens = tokensWith();
    await tokens.verify(await provider.token());
    for (let tries = 0; tries < 3; tries += 1) {
      await expect(tokens.verify(await stranger.token())).rejects.toThrow(InvalidToken);
    }
    await stranger.stop();
    expect(provider.asked).toBe(1);
  });

  test('goes on with the keys it knows while the provider is away', async () => {
    const tokens = tokensWith({ fresh: 0, patience: 2000 });
    const token = await provider.token();
    await tokens.verify(token);
    provider.answers = 'nothing';
    await expect(tokens.verify(token)).resolves.toEqual(officer);
    provider.answers = 'error';
    await expect(tokens.verify(token)).resolves.toEqual(officer);
    await provider.stop();
    await expect(tokens.verify(token)).resolves.toEqual(officer);
  });

  test('but not for ever, and never with a key that it does not know', async () => {
    const tokens = tokensWith({ fresh: 0, longest: 0 });
    const token = await provider.token();
    await tokens.verify(token);
    provider.answers = 'error';
    await expect(tokens.verify(token)).rejects.toThrow(Unavailable);
    const patient = tokensWith({ fresh: 0 });
    await expect(patient.verify(token)).rejects.toThrow('the identity provider does not answer');
  });

  test('holds up nobody for a provider that hangs, once it is known to', async () => {
    const tokens = tokensWith({ fresh: 0, patience: 2000 });
    const token = await provider.token();
    await tokens.verify(token);
    provider.answers = 'nothing';
    await tokens.verify(token);
    const asked = provider.asked;
    await Promise.all(Array.from({ length: 5 }, () => tokens.verify(token)));
    expect(provider.asked).toBe(asked);
  });

  test.each<readonly [string, object, string]>([
    ['comes from another issuer', { iss: 'https://elsewhere.example' }, 'comes from another issuer'],
    ['is meant for another service', { aud: 'mail' }, 'is meant for another audience'],
    ['has no end', { exp: undefined }, 'is malformed'],
    ['names no role', { role: undefined }, 'its role is not known here'],
  ])('refuses a token that %s', async (_, claims, reason) => {
    await expect(tokensWith().verify(await provider.token(claims))).rejects.toThrow(reason);
  });

  test.each(['logout+jwt', 'secevent+jwt', 'dpop+jwt'])('refuses a token of type %s', async (typ) => {
    await expect(tokensWith().verify(await provider.token({}, { typ }))).rejects.toThrow(
      new InvalidToken('The token is not an access token.'),
    );
  });

  test.each([{}, { typ: 'JWT' }, { typ: 'at+jwt' }, { typ: 'application/at+jwt' }])(
    'takes one with %p',
    async (header) => {
      await expect(tokensWith().verify(await provider.token({}, header))).resolves.toEqual(officer);
    },
  );
});

test.each([
  ['a little ahead of ours', { iat: 20, nbf: 20, exp: 80 }, true],
  ['a little behind', { iat: -100, exp: -20 }, true],
  ['far ahead', { iat: 40, nbf: 40, exp: 100 }, false],
  ['far behind', { iat: -100, exp: -40 }, false],
])('the clock of a provider may be %s', async (_, seconds, isTaken) => {
  const provider = await startStandInProvider();
  const now = Math.floor(Date.now() / 1000);
  const claims = Object.fromEntries(Object.entries(seconds).map(([name, after]) => [name, now + after]));
  const tokens = new SignedTokens({ ...trustIn(standInNames), keys: keysAt(provider.address) });
  const verified = await tokens.verify(await provider.token(claims)).then(
    () => true,
    (error: unknown) => !(error instanceof InvalidToken),
  );
  expect(verified).toBe(isTaken);
  await provider.stop();
});
