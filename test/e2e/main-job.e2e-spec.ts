import { ExchangeProcess, processesEnd, temporaryFolder } from './exchange-process';

/** Published counts of requests to the United States for arms recovered 2020 to 2024. */
const published = { BHS: 1289, DOM: 539, HTI: 252, JAM: 2403, TTO: 1498 };

jest.setTimeout(600_000);
afterAll(processesEnd);

/** The table of pairs as it was printed. */
const tableIn = ({ out }: ExchangeProcess) => out.match(/^[A-Z]{3} > [A-Z]{3} .*$/gm) ?? [];

const countsIn = (exchange: ExchangeProcess) =>
  Object.fromEntries(tableIn(exchange).map((row) => [row.slice(0, 3), Number(row.split(/\s+/)[3])]));

describe('npm start', () => {
  let folder: string;
  let first: ExchangeProcess;
  beforeAll(async () => {
    folder = await temporaryFolder();
    first = await ExchangeProcess.started(folder);
  });

  test('shows five pairs with their published numbers of requests', () => {
    expect(countsIn(first)).toEqual(published);
    expect(tableIn(first).every((row) => row.includes(' > USA '))).toBe(true);
  });

  test('prints addresses that answer', async () => {
    const addresses = first.out.match(/http:\/\/127\.0\.0\.1:\d+\/\S*[a-z]$/gm) ?? [];
    expect(addresses.map((address) => new URL(address).pathname)).toEqual([
      '/docs',
      '/openapi.json',
      '/health/ready',
      '/metrics',
    ]);
    for (const address of addresses) expect((await fetch(address)).status).toBe(200);
  });

  test('prints three tokens, each of which opens what its title says', async () => {
    const tokens = first.out.match(/^ {4}ey\S+$/gm)?.map((line) => line.trim()) ?? [];
    expect(tokens).toHaveLength(3);
    const [jamaica, usa, coordinator] = tokens.map((token) => first.bearer(token));
    const one = { items: [{ requestingState: expect.any(String) as string, respondingState: 'USA' }] };
    const asked = await jamaica?.get('/v1/requests?limit=1');
    const found = await usa?.get('/v1/cases?limit=1');
    const pairs = await coordinator?.get<{
      items: readonly { requestingState: string; delivered: number }[];
    }>('/v1/oversight/pairs');
    expect(asked?.body).toMatchObject(one);
    expect(found?.body).toMatchObject(one);
    expect(
      Object.fromEntries(
        pairs?.body.items.map(({ requestingState, delivered }) => [requestingState, delivered]) ?? [],
      ),
    ).toEqual(published);
  });

  test('refuses a folder that another exchange works on, in plain words', async () => {
    const second = new ExchangeProcess(['start'], folder);
    expect(await second.ended()).toBe(1);
    expect(second.err.trim()).toBe(
      `${folder} is in use by another exchange. Stop it, or give this one another folder in VESTIGO_DATA.`,
    );
    expect((await first.bearer().get('/health/live')).status).toBe(200);
  });

  test('refuses a port that is taken, in plain words, and leaves its folder free', async () => {
    const { port } = new URL(first.address);
    const other = await temporaryFolder();
    const second = new ExchangeProcess(['start', '--no-demo'], other, { PORT: port });
    expect(await second.ended()).toBe(1);
    expect(second.err.trim()).toBe(
      `Port ${port} of 127.0.0.1 is in use by another program. Stop it, or set PORT to another number (0 takes any free port).`,
    );
    expect(await (await ExchangeProcess.started(other, '--no-demo')).end('SIGTERM')).toBe(0);
  });

  test('ends in order at Ctrl-C, and the next start finds what was there and seeds nothing', async () => {
    expect([0, 130]).toContain(await first.end('SIGINT'));
    const second = await ExchangeProcess.started(folder);
    expect(tableIn(second)).toEqual(tableIn(first));
    expect(second.out + second.err).not.toMatch(/demonstration go through|Requests \[/);
    expect([0, 130]).toContain(await second.end('SIGINT'));
  });

  test('ends in the same table however often its seeding was killed or stopped', async () => {
    const broken = await temporaryFolder();
    const stop = async (progress: string, signal: NodeJS.Signals) => {
      const exchange = new ExchangeProcess(['start'], broken);
      await exchange.said(progress);
      return [exchange, await exchange.end(signal)] as const;
    };
    const [atOnce] = await stop('Requests [', 'SIGKILL');
    expect(atOnce.out).toContain('The log is empty: 5981 tracing requests');
    const [inTheMiddle] = await stop('Requests [######', 'SIGKILL');
    expect(inTheMiddle.out).toContain('A seeding was cut short: 5981 tracing requests');
    const [byHand, code] = await stop('Requests [######', 'SIGINT');
    expect([0, 130]).toContain(code);
    expect(byHand.err).not.toMatch(/Error|at /);
    const last = await ExchangeProcess.started(broken);
    expect(last.out).toContain('A seeding was cut short');
    expect(tableIn(last)).toEqual(tableIn(first));
    await last.end('SIGINT');
  });
});

test('npm start -- --no-demo begins with nothing', async () => {
  const exchange = await ExchangeProcess.started(await temporaryFolder(), '--no-demo');
  const coordinator = await exchange.desk('coordinator', null);
  for (const list of ['oversight/pairs', 'oversight/deadlines', 'requests', 'cases']) {
    expect((await coordinator.get(`/v1/${list}`)).body).toMatchObject({ items: [], next: null });
  }
  expect(tableIn(exchange)).toEqual([]);
  expect(await exchange.end('SIGTERM')).toBe(0);
});

const usage = /^Usage: npm start/m;

test.each<[string[], Readonly<Record<string, string>>, RegExp | string]>([
  [['start'], { PORT: 'abc' }, 'PORT is "abc"; it must be a number from 0 to 65535 (0 takes any free port).'],
  [
    ['start'],
    { PORT: '65536' },
    'PORT is "65536"; it must be a number from 0 to 65535 (0 takes any free port).',
  ],
  [['start'], { PORT: '-1' }, 'PORT is "-1"; it must be a number from 0 to 65535 (0 takes any free port).'],
  [
    ['start', '--no-demo'],
    { HOST: '192.0.2.1' },
    'This machine has no address 192.0.2.1. Set HOST to one that it has, such as 127.0.0.1.',
  ],
  [['start', '--demo'], {}, /^--demo is not known here\.\nUsage: npm start/],
  [['begin'], {}, usage],
  [[], {}, usage],
  [['token'], {}, '--role must be one of officer, liaison, coordinator, liaison-desk.'],
  [['token', '--role', 'minister'], {}, '--role must be one of officer, liaison, coordinator, liaison-desk.'],
  [['token', '--role', 'officer'], {}, '--state must be a State of ISO 3166-1 alpha-3, such as JAM.'],
  [['token', '--role', 'liaison', '--state', 'jam'], {}, /^--state must be a State/],
  [['token', '--role', 'coordinator', '--state', 'JAM'], {}, 'A coordinator belongs to no State.'],
  [['token', '--role', 'liaison-desk', '--state', 'JAM'], {}, 'A liaison desk belongs to no State.'],
  [['token', '--role', 'liaison-desk'], {}, /^--desk must be the code of the liaison desk/],
  [['token', '--role', 'officer', '--state', 'JAM', '--desk', 'NCB-KINGSTON'], {}, /^--desk must be/],
  [['token', '--role', 'officer', '--state', 'JAM', '--hours', '0'], {}, /^--hours must be a number above 0/],
  [['token', '--role', 'officer', '--state', 'JAM', '--hours', 'Infinity'], {}, /^--hours must be a number/],
  [['token', '--role', 'officer', '--state', 'JAM', '--days', '1'], {}, /^Unknown option '--days'/],
  [['token', 'JAM'], {}, /^Unexpected argument 'JAM'/],
])('%j with %j is refused in plain words', async (words, env, message) => {
  const refused = new ExchangeProcess(words, await temporaryFolder(), env);
  expect(await refused.ended()).toBe(1);
  expect(refused.out).toBe('');
  if (typeof message === 'string') expect(refused.err.trim()).toBe(message);
  else expect(refused.err).toMatch(message);
  expect(refused.err).not.toMatch(/^ +at /m);
});

test('npm run token prints one token and nothing else, and the exchange that runs takes it', async () => {
  const exchange = await ExchangeProcess.started(await temporaryFolder(), '--no-demo');
  const words = ['token', '--role', 'liaison', '--state', 'JAM', '--hours', '0.5'];
  const printed = new ExchangeProcess(words, exchange.folder);
  expect(await printed.ended()).toBe(0);
  expect([printed.out, printed.err]).toEqual([expect.stringMatching(/^ey[\w-]+\.[\w-]+\.[\w-]+\n$/), '']);
  const desk = exchange.bearer(printed.out.trim());
  expect((await desk.get('/v1/requests')).body).toEqual({
    asOf: expect.any(String) as string,
    items: [],
    next: null,
  });
  expect((await desk.post('/v1/requests', {})).status).toBe(403);
  await exchange.end('SIGINT');
});
