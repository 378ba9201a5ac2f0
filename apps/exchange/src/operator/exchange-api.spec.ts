import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { InvalidSetting } from '@vestigo/service';
import { AskedInVain, ExchangeApi } from './exchange-api';

const config = { host: '127.0.0.1', port: 3000, data: '/nowhere' };
const answers: Readonly<Record<string, readonly [number, string]>> = {
  '/good': [200, '{"code":"JAM"}'],
  '/wrong': [422, '{"detail":"Cannot be used.","errors":[{"pointer":"/timeZone","detail":"must be one"}]}'],
  '/other': [502, '<html>'],
  '/page': [200, '<html>'],
};

let server: Server;
let url: string;
let seen: string[];

beforeAll(async () => {
  server = createServer((request, response) => {
    const { method = '', url: path = '', headers } = request;
    seen.push(`${method} ${path} ${headers.authorization ?? ''}`);
    const [status, body] = answers[path] ?? [404, '{"detail":"Not here."}'];
    response.writeHead(status).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
});

beforeEach(() => {
  seen = [];
});

afterAll(() => {
  server.close();
});

describe('an exchange that is asked by a command', () => {
  test('hears who asks, as said with the command or in the surroundings', async () => {
    const said = new ExchangeApi({ url: `${url}/`, token: 'a.b.c' }, config, { VESTIGO_TOKEN: 'x' });
    const found = new ExchangeApi({}, config, { VESTIGO_URL: url, VESTIGO_TOKEN: 'x.y.z' });
    expect(await said.get('/good')).toEqual({ code: 'JAM' });
    expect(await found.put('/good', {})).toEqual({ code: 'JAM' });
    expect(seen).toEqual(['GET /good Bearer a.b.c', 'PUT /good Bearer x.y.z']);
  });

  test.each([
    ['/wrong', 'Cannot be used.\n  /timeZone must be one'],
    ['/nothing', 'Not here.'],
    ['/other', ' answers 502 and no exchange does so.'],
    ['/page', ' answers 200 and no exchange does so.'],
  ])('says why it does not do it: %s', async (path, why) => {
    const asked = new ExchangeApi({ url, token: 't' }, config, {}).get(path);
    await expect(asked).rejects.toThrow(AskedInVain);
    await expect(asked).rejects.toThrow(why);
  });

  test('is not there', async () => {
    const asked = new ExchangeApi({ url: 'http://127.0.0.1:1', token: 't' }, config, {}).get('/good');
    await expect(asked).rejects.toThrow('http://127.0.0.1:1 does not answer.');
  });

  test.each([
    {},
    { token: '' },
    { token: 'two words' },
    { token: 't', url: '127.0.0.1:3000' },
    { token: 't', url: 'ftp://a' },
  ])('cannot be asked so: %j', (asking) => {
    expect(() => new ExchangeApi(asking, config, {})).toThrow(InvalidSetting);
  });
});
