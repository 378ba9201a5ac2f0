import { openIssuer } from '@vestigo/identity';
import { eventually } from '@vestigo/kernel/testing';
import {
  answerWithCanaries,
  canariesIn,
  refusalWithCanary,
  requestWithCanaries,
  withdrawalWithCanary,
} from './canaries';
import type { Answer, Desk } from './desk';
import { type ExchangeHere, openExchangeHere } from './exchange-here';
import { importEnded, requestFile, sendFile } from './imports';
import { matterAt, submitted } from './matters';
import { sendPhotograph } from './photographs';
import { problemIn } from './problem';

/** Who calls what, and the status of the answer. `{id}` is a request of JAM to the USA, a fresh one for each caller. */
const table = `
                                                      JAM JAM USA USA KEN KEN     no    tam-  ex-
                                                      off lia off lia off lia co- token pered pired
GET  /health/live                                     200 200 200 200 200 200 200 200   200   200
GET  /health/ready                                    200 200 200 200 200 200 200 200   200   200
GET  /metrics                                         200 200 200 200 200 200 200 200   200   200
GET  /docs                                            200 200 200 200 200 200 200 200   200   200
GET  /openapi.json                                    200 200 200 200 200 200 200 200   200   200
GET  /v1/participants                                 200 200 200 200 200 200 200 401   401   401
GET  /v1/participants/{code}                          200 200 200 200 200 200 200 401   401   401
PUT  /v1/participants/{code}/point-of-contact         200 403 403 403 403 403 200 401   401   401
PUT  /v1/participants/{code}/review-policy            200 403 403 403 403 403 403 401   401   401
GET  /v1/participants/{code}/history                  200 200 200 200 200 200 200 401   401   401
GET  /v1/participants/{code}/points-of-contact        200 200 200 200 200 200 200 401   401   401
POST /v1/participants/{code}/points-of-contact        201 403 403 403 403 403 201 401   401   401
PUT  /v1/participants/{code}/points-of-contact/{number} 404 403 403 403 403 403 404 401 401   401
GET  /v1/participants/{code}/delegations              200 200 200 200 200 200 200 401   401   401
POST /v1/participants/{code}/delegations              201 403 403 403 403 403 403 401   401   401
POST /v1/participants/{code}/delegations/{number}/end 404 403 403 403 403 403 403 401   401   401
GET  /v1/participants/{code}/marking-practices        200 200 200 200 200 200 200 401   401   401
POST /v1/participants/{code}/marking-practices        201 403 403 403 403 403 201 401   401   401
PUT  /v1/participants/{code}/marking-practices/{number} 404 403 403 403 403 403 404 401 401   401
POST /v1/directory/suggestions                        200 403 200 403 200 403 403 401   401   401
GET  /v1/requests/export?format=csv                   200 403 200 403 200 403 403 401   401   401
GET  /v1/cases/export?format=json                     200 403 200 403 200 403 403 401   401   401
POST /v1/requests                                     201 403 422 403 201 403 403 401   401   401
GET  /v1/requests                                     200 200 200 200 200 200 200 401   401   401
GET  /v1/requests?status=answered                     200 200 200 200 200 200 200 401   401   401
GET  /v1/requests/{id}                                200 200 404 404 404 404 200 401   401   401
GET  /v1/requests/{id}/follow-on                      409 403 404 403 404 403 403 401   401   401
POST /v1/requests/duplicates                          200 403 200 403 200 403 403 401   401   401
GET  /v1/traces/{id}                                  200 200 200 200 404 404 200 401   401   401
POST /v1/requests/{id}/withdrawal                     200 403 404 403 404 403 403 401   401   401
POST /v1/requests/{id}/closure                        200 403 404 403 404 403 403 401   401   401
GET  /v1/cases                                        200 200 200 200 200 200 200 401   401   401
GET  /v1/cases?status=answered                        200 200 200 200 200 200 200 401   401   401
GET  /v1/cases/{id}                                   404 404 200 200 404 404 200 401   401   401
GET  /v1/cases/{id}/cross-hits                        404 403 200 403 404 403 403 401   401   401
POST /v1/cases/{id}/acknowledgement                   404 403 200 403 404 403 403 401   401   401
POST /v1/cases/{id}/answer                            404 403 200 403 404 403 403 401   401   401
POST /v1/cases/{id}/refusal                           404 403 200 403 404 403 403 401   401   401
POST /v1/imports                                      202 403 202 403 202 403 403 401   401   401
GET  /v1/imports/template.csv                         200 200 200 200 200 200 200 401   401   401
GET  /v1/imports/{import}                             200 403 404 403 404 403 403 401   401   401
POST /v1/photographs                                  201 403 201 403 201 403 403 401   401   401
GET  /v1/photographs?request={id}                     200 403 200 403 200 403 403 401   401   401
GET  /v1/photographs/{sha256}                         200 403 404 403 404 403 403 401   401   401
GET  /v1/oversight/pairs                              200 200 200 200 200 200 200 401   401   401
GET  /v1/oversight/pairs?requesting=JAM&responding=USA 200 200 200 200 403 403 200 401   401   401
GET  /v1/oversight/deadlines                          200 200 200 200 200 200 200 401   401   401
GET  /v1/oversight/deadlines?requesting=JAM&responding=USA 200 200 200 200 403 403 200 401   401   401
`;

const callers = [
  ...['JAM officer', 'JAM liaison', 'USA officer', 'USA liaison', 'KEN officer', 'KEN liaison'],
  ...['coordinator', 'no token', 'tampered token', 'expired token'],
];
const ofTheTwoStates = ['JAM officer', 'USA officer'];

const rows = table
  .trim()
  .split('\n')
  .slice(2)
  .map((line) => line.split(/\s+/))
  .map(([method = '', path = '', ...statuses]) => ({ method, path, statuses: statuses.map(Number) }));

const contact = {
  body: 'Firearms desk',
  email: 'desk@jam.example',
  timeZone: 'America/Jamaica',
  weekend: [6, 0],
};
const practice = { kind: 'STATE_STOCK_MARK', mark: 'JAM JDF *', source: 'National report', verified: false };

const bodies: Readonly<Record<string, object>> = {
  'PUT /v1/participants/{code}/point-of-contact': contact,
  'PUT /v1/participants/{code}/review-policy': { reviewRequired: false },
  'POST /v1/participants/{code}/points-of-contact': { ...contact, validFrom: '2030-01-01T00:00:00Z' },
  'PUT /v1/participants/{code}/points-of-contact/{number}': {
    ...contact,
    validFrom: '2030-01-01T00:00:00Z',
    reason: 'Misread.',
  },
  'POST /v1/participants/{code}/delegations': { desk: 'NCB-KINGSTON', body: 'NCB', acts: ['remind'] },
  'POST /v1/participants/{code}/delegations/{number}/end': {},
  'POST /v1/participants/{code}/marking-practices': practice,
  'PUT /v1/participants/{code}/marking-practices/{number}': { ...practice, reason: 'Misread.' },
  'POST /v1/directory/suggestions': { countryOfManufacture: 'CHN' },
  'POST /v1/requests': requestWithCanaries,
  'POST /v1/requests/duplicates': requestWithCanaries,
  'POST /v1/requests/{id}/withdrawal': withdrawalWithCanary,
  'POST /v1/requests/{id}/closure': { conclusion: 'LEAD_EXHAUSTED' },
  'POST /v1/cases/{id}/acknowledgement': {},
  'POST /v1/cases/{id}/answer': answerWithCanaries,
  'POST /v1/cases/{id}/refusal': refusalWithCanary,
};

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
    ['tampered token', exchange.bearer(asIfOf('USA', officer.token ?? ''))],
    ['expired token', exchange.bearer(expired)],
  ]);
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
        const body = JSON.stringify({ ...bodies[`${method} ${path}`], ...more });
        const answer = await deskOf('KEN officer').ask(method, path.replace('{id}', which), {
          headers,
          body,
        });
        return [answer.status, answer.text.replaceAll(which, '{id}')];
      };
      expect(await ask(id)).toEqual(await ask(unknown));
    },
  );
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

/** Requests of JAM that the USA have received; answered, when it is about closing them. */
async function matters(path: string, count: number): Promise<readonly string[]> {
  const ids = await Promise.all(
    Array.from({ length: count }, () => submitted(requester(), requestWithCanaries)),
  );
  await Promise.all(ids.map((id) => eventually(() => matterAt(responder(), `/v1/cases/${id}`))));
  if (!path.endsWith('/closure')) return ids;
  await Promise.all(ids.map((id) => responder().post(`/v1/cases/${id}/answer`, answerWithCanaries)));
  await Promise.all(
    ids.map((id) => eventually(() => matterAt(requester(), `/v1/requests/${id}`, 'answered'))),
  );
  return ids;
}

function call(desk: Desk, method: string, path: string, id: string): Promise<Answer<unknown>> {
  const body = bodies[`${method} ${path}`];
  const named = path.replace('{id}', id).replace('{code}', 'JAM').replace('{number}', '999');
  const address = named.replace('{sha256}', sha256).replace('{import}', imported);
  if (address === '/v1/imports') return sendFile(desk, requestFile());
  if (address === '/v1/photographs') return sendPhotograph(desk);
  return desk.ask(method, address, body ? { body: JSON.stringify(body) } : {});
}

const byCaller = (statuses: readonly number[]) =>
  Object.fromEntries(callers.map((caller, index) => [caller, statuses[index]]));

const allOf = ({ headers, text }: Answer<unknown>) => JSON.stringify([...headers]) + text;

/** The same token, speaking for another State under the old signature. */
function asIfOf(state: string, token: string): string {
  const [header = '', claims = '', signature = ''] = token.split('.');
  const changed = { ...(JSON.parse(Buffer.from(claims, 'base64url').toString()) as object), state };
  return [header, Buffer.from(JSON.stringify(changed)).toString('base64url'), signature].join('.');
}
