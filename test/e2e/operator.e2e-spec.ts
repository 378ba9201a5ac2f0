import { ExchangeProcess, processesEnd, temporaryFolder } from './exchange-process';
import { answerInFull, matterAt, submitted } from './matters';
import { eventually } from '@vestigo/kernel/testing';

jest.setTimeout(300_000);
afterAll(processesEnd);

const canary = 'Canary holder 4711';

test('an operator registers a point of contact and looks at streams, and content is told to whom the exchange tells it', async () => {
  const exchange = await ExchangeProcess.started(await temporaryFolder(), '--no-demo');
  const [jamaica, usa] = [await exchange.desk('officer', 'JAM'), await exchange.desk('officer', 'USA')];
  const operator = async (words: readonly string[], token?: string) => {
    const env = { VESTIGO_URL: exchange.address, ...(token !== undefined && { VESTIGO_TOKEN: token }) };
    const run = new ExchangeProcess(['vestigo', ...words], exchange.folder, env);
    const code = await run.ended();
    return { code, out: run.out, err: run.err };
  };

  const contact = ['--body', 'Firearm tracing desk', '--email', 'tracing@jam.example'];
  const register = ['contact', 'register', 'JAM', ...contact, '--time-zone'];
  const registered = await operator([...register, 'America/Jamaica'], jamaica.token);
  expect([registered.code, registered.err]).toEqual([0, '']);
  expect(JSON.parse(registered.out)).toMatchObject({
    code: 'JAM',
    version: 1,
    pointOfContact: { timeZone: 'America/Jamaica', weekend: [6, 0] },
  });
  const period = ['--valid-from', '2030-01-01T00:00:00Z', '--valid-to', '2031-01-01T00:00:00Z'];
  const planned = await operator([...register, 'America/Jamaica', ...period], jamaica.token);
  expect([planned.code, planned.err]).toEqual([0, '']);
  expect(planned.out).toContain('"validFrom": "2030-01-01T00:00:00.000Z"');
  const nowhere = await operator([...register, 'Atlantis'], jamaica.token);
  expect([nowhere.code, nowhere.out]).toEqual([1, '']);
  expect(nowhere.err).toContain('/timeZone must be an IANA time zone');
  expect(await operator([...register, 'America/Jamaica'], usa.token)).toEqual({
    code: 1,
    out: '',
    err: 'A State speaks for itself only.\n',
  });
  const nobody = await operator([...register, 'America/Jamaica']);
  expect([nobody.code, nobody.out]).toEqual([1, '']);
  expect(nobody.err).toContain('A sign-in token is needed');

  const id = await submitted(jamaica);
  await eventually(() => matterAt(usa, `/v1/cases/${id}`, 'received'));
  await usa.post(`/v1/cases/${id}/answer`, { ...answerInFull, lastLegalHolder: canary });
  await eventually(() => matterAt(jamaica, `/v1/requests/${id}`, 'answered'));
  const bare = await operator(['stream', 'show', id]);
  expect([bare.code, bare.err]).toEqual([0, '']);
  expect(bare.out).toContain('"AnswerReceived"');
  expect(bare.out).toContain('"CaseAnswered"');
  expect(bare.out).not.toContain(canary);

  const asked = await operator(['stream', 'show', `traceCase-${id}`, '--with-content'], usa.token);
  expect([asked.code, asked.err]).toEqual([0, '']);
  expect(asked.out).toContain(canary);
  const stranger = await operator(['stream', 'show', `traceCase-${id}`, '--with-content'], jamaica.token);
  expect([stranger.code, stranger.out, stranger.err]).toEqual([
    1,
    '',
    'Your State is party to no case with this id.\n',
  ]);
  expect(await operator(['stream', 'show', 'traceCase-0'])).toEqual({
    code: 1,
    out: '',
    err: 'The log holds no stream "traceCase-0".\n',
  });
});
