import { once } from 'node:events';
import { createServer } from 'node:http';
import { Unavailable } from '@vestigo/kernel';
import { eventually } from '@vestigo/kernel/testing';
import { isSafeAddress, keyAddressOf } from './discovery';
import { keysAt } from './key-set';
import { SignedTokens } from './signed-tokens';
import { standInNames, startStandInProvider } from './testing/stand-in-provider';
import { trustIn } from './token-settings';

let described: object | undefined;
let asked: string[] = [];
let issuer: string;

const server = createServer(({ url = '' }, response) => {
  asked.push(url);
  response.statusCode = described ? 200 : 500;
  response.end(JSON.stringify(described));
});

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const bound = server.address();
  issuer = `http://127.0.0.1:${String(typeof bound === 'object' && bound ? bound.port : 0)}`;
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
});
beforeEach(() => (asked = []));

test('an issuer says where its keys are', async () => {
  described = { issuer, jwks_uri: `${issuer}/keys` };
  await expect(keyAddressOf(issuer, 1000)).resolves.toEqual(new URL(`${issuer}/keys`));
  described = { issuer: `${issuer}/realms/jam/`, jwks_uri: 'https://keys.example/jam' };
  await expect(keyAddressOf(`${issuer}/realms/jam/`, 1000)).resolves.toEqual(
    new URL('https://keys.example/jam'),
  );
  expect(asked).toEqual([
    '/.well-known/openid-configuration',
    '/realms/jam/.well-known/openid-configuration',
  ]);
});

test.each([
  ['that calls itself another', { issuer: 'https://elsewhere.example' }, 'calls itself https://elsewhere'],
  ['that names no keys', {}, 'names no https address of its keys'],
  ['whose keys could be changed on their way', { jwks_uri: 'http://keys.example' }, 'names no https address'],
])('one %s is not believed', async (_, said, words) => {
  described = { issuer, ...said };
  await expect(keyAddressOf(issuer, 1000)).rejects.toThrow(Unavailable);
  await expect(keyAddressOf(issuer, 1000)).rejects.toThrow(words);
});

test('one that is away is asked again, and its keys then serve', async () => {
  const provider = await startStandInProvider();
  const keys = keysAt((patience) => keyAddressOf(issuer, patience), { patience: 2000 });
  const tokens = new SignedTokens({ ...trustIn(standInNames), keys }, { remembered: 0 });
  const verified = async () => tokens.verify(await provider.token());
  described = undefined;
  await expect(verified()).rejects.toThrow(Unavailable);
  described = { issuer, jwks_uri: provider.address.href };
  await expect(eventually(verified)).resolves.toMatchObject({ subject: 'amina' });
  await verified();
  expect(asked).toHaveLength(2);
  await provider.stop();
});

test.each([
  ['https://id.example', true],
  ['http://localhost:8080', true],
  ['http://id.example', false],
  ['ftp://127.0.0.1', false],
  ['id.example', false],
])('%s: nobody on the way can answer for it: %s', (text, safe) => {
  expect(isSafeAddress(URL.parse(text))).toBe(safe);
});
