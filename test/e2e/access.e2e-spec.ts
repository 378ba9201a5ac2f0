import { openIssuer } from '@vestigo/identity';
import { eventually } from '@vestigo/kernel/testing';
import { callers, ofTheTwoStates, rows } from './access-table';
import {
  answerWithCanaries,
  canariesIn,
  caseActsWithCanaries,
  refusalWithCanary,
  requestActsWithCanaries,
  requestWithCanaries,
} from './canaries';
import { commandBodies } from './command-bodies';
import type { Answer, Desk } from './desk';
import { type ExchangeHere, openExchangeHere } from './exchange-here';
import { importEnded, requestFile, sendFile } from './imports';
import { matterAt } from './matters';
import { sendPhotograph } from './photographs';
import { preparedMatters } from './prepared-matters';
import { problemIn } from './problem';

let exchange: ExchangeHere;
let desks: ReadonlyMap<string, Desk>;
/** Of a file that JAM handed in. */
let imported: string;
/** Of a photograph that JAM sent in for no request yet. */
let sha256: string;

const deskOf = (name: string) => desks.get(name) ?? exchange.bearer();
const requester = () => deskOf('JAM officer');
const responder = () => deskOf('USA officer');

beforeAll(async () => {
  exchange = await openExchangeHere();
  const [officer, others] = [await exchange.desk('officer', 'JAM'), ['JAM', 'USA', 'KEN']];
  const longAgo = await openIssuer(exchange.folder, { now: () => Date.now() - 3_600_000 });
  const expired = await longAgo.issue({ subject: 'officer@JAM', state: 'JAM', role: 'officer' }, 3599);
  desks = new Map([
    ...(await Promise.all(
      others.flatMap((state) =>
        (['officer', 'liaison'] as const).map(
          async (role) => [`${state} ${role}`, await exchange.desk(role, state)] as const,
        ),
      ),
    )),
    ['coordinator', await exchange.desk('coordinator', null)],
    ['liaison desk', await exchange.liaisonDesk('NCB-PORT-ROYAL')],
    ['tampered token', exchange.bearer(asIfOf('USA', officer.token ?? ''))],
    ['expired token', exchange.bearer(expired)],
  ]);
  await officer.post('/v1/participants/JAM/delegations', {
    desk: 'NCB-PORT-ROYAL',
    body: 'National Central Bureau',
    acts: ['remind', 'comment'],
  });
  await eventually(async () =>
    expect((await officer.get('/v1/participants/JAM/delegations')).text).toContain('NCB-PORT-ROYAL'),
  );
  const file = await sendFile(officer, requestFile());
  imported = file.body.id;
  await importEnded(officer, imported);
  ({ sha256 } = (await sendPhotograph(officer, 'black')).body);
});
afterAll(() => exchange.close());

test.each(rows)('$method $path answers each caller as the table says', async (row) => {
  const { method, path, statuses } = row;
  const ids = path.includes('{id}') ? await matters(path, callers.length) : [];
  const answers = await Promise.all(
    callers.map((caller, index) => call(deskOf(caller), method, path, ids[index] ?? '')),
  );
  expect(byCaller(answers.map(({ status }) => status))).toEqual(byCaller(statuses));
  for (const [index, answer] of answers.entries()) {
    if (answer.status >= 400) problemIn(answer);
    if (!ofTheTwoStates.includes(callers[index] ?? '')) expect(canariesIn(allOf(answer))).toEqual([]);
  }
});

test('the table has a row for every route of the exchange', async () => {
  const { body } = await exchange.bearer().get<{ readonly paths: Record<string, object> }>('/openapi.json');
  const described = Object.entries(body.paths).flatMap(([path, item]) =>
    Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`),
  );
  const routes = new Set(rows.map(({ method, path }) => `${method} ${path.replace(/\?.*/, '')}`));
  expect([...routes].sort()).toEqual([...described, 'GET /docs', 'GET /openapi.json'].sort());
});

test('officers of the two States read what is kept from all others', async () => {
  const [answered = '', refused = ''] = [...(await matters('', 1)), ...(await matters('', 1))];
  await responder().post(`/v1/cases/${answered}/answer`, answerWithCanaries);
  await responder().post(`/v1/cases/${refused}/refusal`, refusalWithCanary);
  const protectedWords = {
    answered: canariesIn(JSON.stringify([requestWithCanaries, answerWithCanaries])),
    refused: canariesIn(JSON.stringify([requestWithCanaries, refusalWithCanary])),
  };
  await eventually(() => matterAt(requester(), `/v1/requests/${answered}`, 'answered'));
  await eventually(() => matterAt(requester(), `/v1/requests/${refused}`, 'refused'));
  for (const caller of callers) {
    const read = async (id: string) =>
      canariesIn(
        (await Promise.all(['requests', 'cases'].map((kind) => deskOf(caller).get(`/v1/${kind}/${id}`))))
          .map(allOf)
          .join(),
      );
    expect({ caller, answered: await read(answered), refused: await read(refused) }).toEqual({
      caller,
      ...(ofTheTwoStates.includes(caller) ? protectedWords : { answered: [], refused: [] }),
    });
  }
});

const commands = rows.filter(({ method, path }) => method === 'POST' && path.includes('{id}'));
const ways: readonly (readonly [string, object, Readonly<Record<string, string>>])[] = [
  ['plainly', {}, {}],
  ['under a version', {}, { 'if-match': '"99"' }],
  ['under the right version', {}, { 'if-match': '"1"' }],
  ['under a key', {}, { 'idempotency-key': 'one-key' }],
  ['from the future, under a version', { occurredAt: '2999-01-01T00:00:00Z' }, { 'if-match': '"99"' }],
];

describe.each(commands)('$method $path', ({ method, path }) => {
  test.each(ways)(
    'sent %s tells a foreign State nothing of a matter that exists',
    async (_, more, headers) => {
      const [id = ''] = await matters(path, 1);
      const unknown = id.replace(/.{12}$/, '000000000000');
      const ask = async (which: string) => {
        const body = JSON.stringify({ ...commandBodies[`${method} ${path}`], ...more });
        const answer = await deskOf('KEN officer').ask(method, named(path, which), {
          headers,
          body,
        });
        return [answer.status, answer.text.replaceAll(which, '{id}')];
      };
      expect(await ask(id)).toEqual(await ask(unknown));
    },
  );
});

test('what desks write to each other is read by officers of the two States alone', async () => {
  const path = '/v1/cases/{id}/clarifications/{number}';
  const [id = ''] = await matters(path, 1);
  await responder().post(named(path, id), caseActsWithCanaries['clarifications/{number}']);
  await requester().post(`/v1/requests/${id}/reminders`, requestActsWithCanaries.reminders);
  const words = ['CANARY-clarification', 'CANARY-clarification-reply', 'CANARY-refusal-reason'];
  await eventually(async () => {
    for (const [kind, desk] of [['requests', requester()] as const, ['cases', responder()] as const]) {
      const { text } = await desk.get(`/v1/${kind}/${id}`);
      expect(canariesIn(text)).toEqual(expect.arrayContaining(words));
    }
  });
  for (const caller of callers.filter((one) => !ofTheTwoStates.includes(one))) {
    for (const kind of ['requests', 'cases']) {
      const { text } = await deskOf(caller).get(`/v1/${kind}/${id}`);
      expect({ caller, kind, words: canariesIn(text) }).toEqual({ caller, kind, words: [] });
    }
  }
});

test('a liaison desk that nobody asked for help learns nothing of a matter', async () => {
  const [id = ''] = await matters('', 1);
  const desk = await exchange.liaisonDesk('NCB-ELSEWHERE');
  for (const [method, noun] of [
    ['GET', ''],
    ['POST', '/reminders'],
    ['POST', '/resending'],
  ] as const) {
    const ask = async (which: string) => {
      const answer = await desk.ask(
        method,
        `/v1/requests/${which}${noun}`,
        method === 'GET' ? {} : { body: '{}' },
      );
      return [answer.status, answer.text.replaceAll(which, '{id}')];
    };
    const told = await ask(id);
    expect(told).toEqual(await ask(id.replace(/.{12}$/, '000000000000')));
    expect(told[0]).toBe(404);
  }
});

test('pairs, deadlines and lists show a State only what it is party to', async () => {
  await matters('', 1);
  const elsewhere = await exchange.desk('liaison', 'FRA');
  for (const list of ['oversight/pairs', 'oversight/deadlines', 'requests', 'cases']) {
    const { body } = await elsewhere.get<{ readonly items: readonly unknown[] }>(`/v1/${list}`);
    expect({ list, items: body.items }).toEqual({ list, items: [] });
  }
  const officer = await exchange.desk('officer', 'FRA');
  for (const kind of ['requests', 'cases']) {
    const { body } = await officer.get(`/v1/${kind}/export?format=json`);
    expect({ kind, body }).toEqual({ kind, body: [] });
  }
});

test.each(['HEAD', 'OPTIONS', 'DELETE', 'PATCH'])(
  '%s opens nothing that GET keeps closed',
  async (method) => {
    const answer = await exchange.bearer().ask(method, '/v1/requests');
    expect([401, 404, 405]).toContain(answer.status);
    expect(answer.status === 401).toBe(method === 'HEAD');
  },
);

const matters = (path: string, count: number) =>
  preparedMatters({ requester: requester(), responder: responder() }, path, count);

function call(desk: Desk, method: string, path: string, id: string): Promise<Answer<unknown>> {
  const body = commandBodies[`${method} ${path}`];
  const address = named(path, id);
  if (address === '/v1/imports' && method === 'POST') return sendFile(desk, requestFile());
  if (address === '/v1/photographs') return sendPhotograph(desk);
  return desk.ask(method, address, body ? { body: JSON.stringify(body) } : {});
}

/** The address of one; of a case, the first of what was asked there, of the directory, an entry that it does not have. */
const named = (path: string, id: string) =>
  path
    .replace('{id}', id)
    .replace('{code}', 'JAM')
    .replace('{number}', path.startsWith('/v1/cases') ? '1' : '999')
    .replace('{sha256}', sha256)
    .replace('{import}', imported);

const byCaller = (statuses: readonly number[]) =>
  Object.fromEntries(callers.map((caller, index) => [caller, statuses[index]]));

const allOf = ({ headers, text }: Answer<unknown>) => JSON.stringify([...headers]) + text;

/** The same token, speaking for another State under the old signature. */
function asIfOf(state: string, token: string): string {
  const [header = '', claims = '', signature = ''] = token.split('.');
  const changed = { ...(JSON.parse(Buffer.from(claims, 'base64url').toString()) as object), state };
  return [header, Buffer.from(JSON.stringify(changed)).toString('base64url'), signature].join('.');
}
