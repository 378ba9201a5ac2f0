import { ExchangeProcess, processesEnd, temporaryFolder } from './exchange-process';
import { matterAt, submitted } from './matters';
import { eventually } from '@vestigo/kernel/testing';

jest.setTimeout(300_000);
afterAll(processesEnd);

const canary = 'Canary holder 4711';

test('an operator looks at a trace from any of its requests, as far as the bearer of the token may', async () => {
  const exchange = await ExchangeProcess.started(await temporaryFolder(), '--no-demo');
  const [jamaica, usa, kenya] = await Promise.all(
    ['JAM', 'USA', 'KEN'].map((state) => exchange.desk('officer', state)),
  );
  if (!jamaica || !usa || !kenya) throw new Error('a desk is missing');
  const shown = async (token: string | undefined, ...words: readonly string[]) => {
    const env = { VESTIGO_URL: exchange.address, VESTIGO_TOKEN: token ?? '' };
    const run = new ExchangeProcess(['vestigo', 'trace', 'show', ...words], exchange.folder, env);
    const code = await run.ended();
    return { code, out: run.out, err: run.err };
  };

  const first = await submitted(jamaica);
  await eventually(() => matterAt(usa, `/v1/cases/${first}`, 'received'));
  await usa.post(`/v1/cases/${first}/answer`, {
    ...{ outcome: 'TRACED_EXPORTED_ON', onwardState: 'COL', lastLegalHolder: canary },
    conditions: [{ kind: 'PURPOSE_ONLY', purposes: ['INVESTIGATION'] }],
  });
  await eventually(() => matterAt(jamaica, `/v1/requests/${first}`, 'answered'));
  const offered = await jamaica.get<object>(`/v1/requests/${first}/follow-on`);
  const second = await submitted(jamaica, offered.body);
  await eventually(() => matterAt(jamaica, `/v1/requests/${second}`, 'received'));

  const { code, out, err } = await shown(jamaica.token, second);
  expect([code, err]).toEqual([0, '']);
  const withoutInstants = out.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '…').replace(/, (\d+ \w+ ?)+$/m, ', …');
  expect(withoutInstants.split('\n')).toEqual([
    `Trace ${first} as of …`,
    '',
    'Arm 1 of 1: goes on since …, …',
    '  1. JAM > USA answered FULL TRACED_EXPORTED_ON',
    `     request       ${first} item 1`,
    '     submitted     …',
    '     received      …',
    '     acknowledged  …, due before … (EXCHANGE_TARGET, target)',
    '     answered      …, due before … (EXCHANGE_TARGET, target)',
    '     leads to      COL',
    '     condition     PURPOSE_ONLY; purposes INVESTIGATION',
    '  2. JAM > COL received',
    `     request       ${second} item 1`,
    '     follows       hop 1',
    '     submitted     …',
    '     received      …',
    '     acknowledged  not yet, due before … (EXCHANGE_TARGET, target)',
    '     answered      not yet, due before … (EXCHANGE_TARGET, target)',
    '  owed in hop 2: COL ACKNOWLEDGE, due before … (EXCHANGE_TARGET, target)',
    '  owed in hop 2: COL ANSWER, due before … (EXCHANGE_TARGET, target)',
    '',
  ]);

  const json = await shown(jamaica.token, first, '--item', '1', '--json');
  const { text } = await jamaica.get(`/v1/traces/${first}?item=1`);
  const steady = (trace: string) =>
    JSON.parse(trace.replace(/("asOf":|"elapsedSeconds":) ?("[^"]+"|\d+)/g, '$10')) as object;
  expect(steady(json.out)).toEqual(steady(text));

  const theirs = await shown(usa.token, first);
  expect([theirs.code, theirs.out.includes('COL received'), theirs.out.includes(second)]).toEqual([
    0,
    false,
    false,
  ]);
  for (const { out } of [json, theirs]) expect(out).not.toContain(canary);
  const unknown = { code: 1, out: '', err: 'Your State is party to no request with this id.\n' };
  expect(await shown(kenya.token, first)).toEqual(unknown);
  expect(await shown(jamaica.token, first, '--item', '2')).toEqual(unknown);
  expect(await shown(jamaica.token, first, '--item', 'all')).toEqual({
    code: 1,
    out: '',
    err: '--item is "all"; it must be the number of an item.\n',
  });
});
