import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { type CryptoKey, exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { Actor } from './actor';
import { AUDIENCE, type Issuer, ISSUER, openIssuer } from './issuer';
import { keyPairIn } from './issuer-key';
import { InvalidToken } from './signed-tokens';

const officer: Actor = { subject: 'amina', state: 'KEN', role: 'officer' };
const noon = Date.parse('2026-11-22T12:00:00Z');

let folder: string;
let now: number;
let issuer: Issuer;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'issuer-'));
  now = noon;
  issuer = await openIssuer(folder, { now: () => now });
});

afterEach(() => rm(folder, { recursive: true }));

const refusalOf = (token: string, by: Issuer = issuer): Promise<unknown> =>
  by.verify(token).then(
    (actor) => actor,
    (error: unknown) => (error instanceof InvalidToken ? error.message : error),
  );

describe('a token', () => {
  test.each<Actor>([
    officer,
    { ...officer, authority: 'Firearms Licensing Board' },
    { subject: 'bashir', state: 'SOM', role: 'liaison' },
    { subject: 'chair', state: null, role: 'coordinator' },
    { subject: 'duty', state: null, role: 'liaison-desk', desk: 'NCB-KINGSTON' },
  ])('speaks for $subject, $role of $state', async (actor) => {
    await expect(issuer.verify(await issuer.issue(actor))).resolves.toEqual(actor);
  });

  test('is known without verifying it again, until it expires', async () => {
    const token = await issuer.issue(officer, 60);
    expect(issuer.verifyCached(token)).toBeUndefined();
    await issuer.verify(token);
    now = noon + 59_000;
    expect(issuer.verifyCached(token)).toEqual(officer);
    now = noon + 60_000;
    expect(issuer.verifyCached(token)).toBeUndefined();
    await expect(refusalOf(token)).resolves.toBe('The access token has expired. Ask for a new one.');
  });

  test('lives for twelve hours unless another lifetime is asked for', async () => {
    const token = await issuer.issue(officer);
    now = noon + 12 * 3600_000 - 1000;
    await expect(issuer.verify(token)).resolves.toEqual(officer);
    now += 1000;
    await expect(refusalOf(token)).resolves.toMatch(/expired/);
  });

  test('of another issuer is refused', async () => {
    const elsewhere = await mkdtemp(join(tmpdir(), 'issuer-'));
    const token = await (await openIssuer(elsewhere, { now: () => now })).issue(officer);
    await rm(elsewhere, { recursive: true });
    await expect(refusalOf(token)).resolves.toBe(
      'The signature of the access token does not belong to this exchange.',
    );
  });

  test.each([
    ['nothing', ''],
    ['a word', 'token'],
    ['three words', 'a.b.c'],
    ['an unsigned token', `${part({ alg: 'none', typ: 'JWT' })}.${part({ sub: 'amina', role: 'officer' })}.`],
    ['a very long one', `${'a'.repeat(5000)}.b.c`],
  ])('that is %s is refused as malformed', async (_, token) => {
    await expect(refusalOf(token)).resolves.toBe('The access token is malformed.');
  });

  test.each<[string, Record<string, unknown>, string]>([
    ['is meant for others', { aud: 'urn:else' }, 'The access token is meant for another audience.'],
    ['says another issuer', { iss: 'urn:else' }, 'The access token comes from another issuer.'],
    ['has no id', { jti: undefined }, 'The access token is malformed.'],
    ['never expires', { exp: undefined }, 'The access token is malformed.'],
    [
      'has an unknown role',
      { role: 'minister' },
      'The access token is not usable: its role is not known here.',
    ],
    ['has no role', { role: undefined }, 'The access token is not usable: its role is not known here.'],
    ['has no subject', { sub: '' }, 'The access token is not usable: it names no subject.'],
    [
      'is of an officer without a State',
      { state: null },
      'The access token is not usable: an officer or a liaison must belong to a State (ISO 3166-1 alpha-3).',
    ],
    ...[{ state: null }, { state: null, desk: 'interpol' }, { desk: 'NCB-KINGSTON' }].map(
      (claims): [string, Record<string, unknown>, string] => [
        `is of a liaison desk with ${JSON.stringify(claims)}`,
        { role: 'liaison-desk', ...claims },
        'The access token is not usable: a liaison desk names its code and belongs to no State.',
      ],
    ),
    [
      'is of a coordinator with a State',
      { role: 'coordinator' },
      'The access token is not usable: a coordinator belongs to no State.',
    ],
  ])('with a good signature that %s is refused', async (_, claims, reason) => {
    await expect(refusalOf(await signed(claims))).resolves.toBe(reason);
  });

  test('signed with another algorithm is refused', async () => {
    const { privateKey } = await generateKeyPair('ES256');
    await expect(refusalOf(await signed({}, 'ES256', privateKey))).resolves.toBe(
      'The access token is malformed.',
    );
  });

  test('is refused when any of its characters is another one', async () => {
    const token = await issuer.issue(officer);
    await issuer.verify(token);
    const characters = Array.from(
      'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=+/ \n\u0000é',
    );
    await fc.assert(
      fc.asyncProperty(fc.nat(token.length - 1), fc.constantFrom(...characters), async (at, character) => {
        fc.pre(token[at] !== character);
        const tampered = token.slice(0, at) + character + token.slice(at + 1);
        expect(issuer.verifyCached(tampered)).toBeUndefined();
        expect(typeof (await refusalOf(tampered))).toBe('string');
      }),
      { numRuns: 500 },
    );
  });

  test('is refused whatever its last character is made', async () => {
    const token = await issuer.issue(officer);
    for (const character of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_') {
      const other = token.slice(0, -1) + character;
      if (other !== token) expect(typeof (await refusalOf(other))).toBe('string');
    }
  });

  test('is never issued for what is no actor', async () => {
    await expect(issuer.issue({ ...officer, state: null })).rejects.toThrow('must belong to a State');
    await expect(issuer.issue({ ...officer, role: 'coordinator' })).rejects.toThrow('belongs to no State');
    await expect(issuer.issue({ ...officer, authority: ' ' })).rejects.toThrow('no name of a body');
  });

  async function signed(claims: object, alg = 'EdDSA', key?: CryptoKey): Promise<string> {
    const issuedAt = noon / 1000;
    const usual = { iss: ISSUER, aud: AUDIENCE, iat: issuedAt, exp: issuedAt + 60, jti: '1' };
    return new SignJWT({ ...usual, sub: 'amina', state: 'KEN', role: 'officer', ...claims })
      .setProtectedHeader({ alg, typ: 'JWT' })
      .sign(key ?? (await keyPairIn(folder)).privateKey);
  }
});

describe('the key of the issuer', () => {
  test('outlives the process', async () => {
    const token = await issuer.issue(officer);
    await expect((await openIssuer(folder, { now: () => now })).verify(token)).resolves.toEqual(officer);
  });

  test('is readable by its owner alone, and nothing else is left in the folder', async () => {
    expect((await stat(join(folder, 'issuer.jwk.json'))).mode & 0o777).toBe(0o600);
    await expect(readdir(folder)).resolves.toEqual(['issuer.jwk.json']);
  });

  test('is one, however many start at once', async () => {
    const fresh = join(folder, 'fresh');
    const keys = await Promise.all(Array.from({ length: 8 }, () => keyPairIn(fresh)));
    const published = await Promise.all(keys.map(async ({ publicKey }) => (await exportJWK(publicKey)).x));
    expect(new Set(published).size).toBe(1);
  });

  test.each(['', 'no JSON', '{}', '{"kty":"OKP","crv":"Ed25519","x":"AA"}'])(
    'that reads %p stops the start with a remedy',
    async (text) => {
      await writeFile(join(folder, 'issuer.jwk.json'), text);
      await expect(openIssuer(folder)).rejects.toThrow(
        'issuer.jwk.json holds no Ed25519 private key. Restore it',
      );
    },
  );
});

function part(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
