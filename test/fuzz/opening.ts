import { eventually } from '@vestigo/kernel/testing';
import { answerWithCanaries, requestWithCanaries } from '../e2e/canaries';
import { commandBodies } from '../e2e/command-bodies';
import { requestFile } from '../e2e/imports';
import { matterAt, submitted } from '../e2e/matters';
import { preparedMatters, type TwoDesks } from '../e2e/prepared-matters';
import type { Operation } from './api-document';
import { dot, type PlannedRequest } from './planned-request';
import type { Answered } from './verdict';

/** Whose token goes along, by its place among those at hand. */
export interface Tokens {
  readonly requester: number;
  readonly responder: number;
  readonly coordinator: number;
}

export interface Stage {
  readonly operations: readonly Operation[];
  readonly desks: TwoDesks;
  readonly tokens: Tokens;
  /** Id of a request that has come back undelivered. */
  readonly undeliverable: string;
  send(planned: PlannedRequest): Promise<Answered>;
}

/** What goes along beside the token. */
type Said = Pick<PlannedRequest, 'body' | 'contentType'> & {
  readonly places: Readonly<Record<string, string>>;
  readonly query: PlannedRequest['query'];
};

/**
 * Does every operation once, each on a matter that has come as far as it needs, so that none is left to chance. All that is told on the
 * way is known to whoever sends more. Resolves with the operations that were not done, and what they were answered.
 */
export async function playOpening(stage: Stage): Promise<readonly string[]> {
  const { operations, tokens, send } = stage;
  const ids = await idsFor(stage);
  const told = new Map<string, string>();
  const failed: string[] = [];
  for (const operation of operations) {
    const { places, query, ...said } = saidTo(operation, ids, told);
    const answered = await send({
      ...{ operation, intent: 'valid', headers: {}, query, ...said },
      places: Object.fromEntries(Object.entries(places).map(([name, text]) => [name, { text }])),
      token: tokenFor(operation, tokens),
    });
    const { status, text } = answered;
    if (status >= 300) failed.push(`${operation.operationId}: ${String(status)} ${text.slice(0, 400)}`);
    else for (const [name, value] of toldBy(answered)) told.set(name, value);
  }
  return failed;
}

/** Where the new thing is read, and the number of the newest entry of a directory. */
function toldBy({ path, headers, text }: Answered): readonly (readonly [string, string])[] {
  const [, kind = '', id = ''] = /^\/v1\/(\w+)\/(\w[\w-]+)$/.exec(String(headers['location'])) ?? [];
  const numbers = [...text.matchAll(/"number":(\d+)/g)].map(([, number]) => Number(number));
  const isDirectory = path.startsWith('/v1/participants/') && numbers.length > 0;
  return [[kind, id], ...(isDirectory ? [['number', String(Math.max(...numbers))] as const] : [])];
}

const keyOf = ({ method, path }: Operation) => `${method} ${path}`;
const isOnMatter = ({ path }: Operation) => /^\/v1\/(?:requests|cases)\/\{id\}\//.test(path);

/** For every act on a matter one of its own; `''` for whatever only looks at one. */
async function idsFor({ operations, desks, undeliverable }: Stage): Promise<ReadonlyMap<string, string>> {
  const acts = operations.filter((one) => isOnMatter(one) && one.method !== 'GET');
  const prepared = acts.map(async ({ path }): Promise<[string, string]> => {
    const [id = ''] = await preparedMatters(desks, path, 1);
    return [path, id];
  });
  const ids = new Map(await Promise.all(prepared));
  await eventually(() => matterAt(desks.requester, `/v1/requests/${undeliverable}`, 'undeliverable'));
  return ids
    .set('/v1/requests/{id}/resending', undeliverable)
    .set('/v1/requests/{id}/follow-on', await namingAnotherState(desks))
    .set('', await submittedTo(desks));
}

async function submittedTo({ requester, responder }: TwoDesks): Promise<string> {
  const id = await submitted(requester, requestWithCanaries);
  await eventually(() => matterAt(responder, `/v1/cases/${id}`));
  return id;
}

/** A request whose answer says that the arm was exported on. */
async function namingAnotherState(desks: TwoDesks): Promise<string> {
  const id = await submittedTo(desks);
  const answer = { ...answerWithCanaries, outcome: 'TRACED_EXPORTED_ON', onwardState: 'COL' };
  await desks.responder.post(`/v1/cases/${id}/answer`, answer);
  await eventually(() => matterAt(desks.requester, `/v1/requests/${id}`, 'answered'));
  return id;
}

function saidTo(
  operation: Operation,
  ids: ReadonlyMap<string, string>,
  told: ReadonlyMap<string, string>,
): Said {
  const { path, requestBody } = operation;
  const id = ids.get(path) ?? ids.get('') ?? '';
  const number = path.startsWith('/v1/participants') ? (told.get('number') ?? '') : '1';
  const places = {
    ...{ id, number, code: 'JAM' },
    ...{ import: told.get('imports') ?? '', sha256: told.get('photographs') ?? '' },
  };
  return { places, query: queryOf(operation, id), ...bodyFor(keyOf(operation), requestBody !== undefined) };
}

/** What an operation does not do without. */
function queryOf({ parameters }: Operation, id: string): PlannedRequest['query'] {
  const needed = parameters.filter((parameter) => parameter.in === 'query' && parameter.required);
  return needed.map(({ name, schema }) => [
    name,
    { text: name === 'request' ? id : String(schema.enum?.[0]) },
  ]);
}

const none = { body: undefined, contentType: undefined };

function bodyFor(key: string, hasBody: boolean): Pick<Said, 'body' | 'contentType'> {
  if (!hasBody) return none;
  if (key === 'POST /v1/imports') return { body: requestFile(), contentType: 'text/csv' };
  if (key === 'POST /v1/photographs') return { body: dot, contentType: 'image/png' };
  return { body: JSON.stringify(commandBodies[key] ?? {}), contentType: 'application/json' };
}

function tokenFor({ path }: Operation, { requester, responder, coordinator }: Tokens): number {
  if (path.endsWith('/lapse')) return coordinator;
  return path.startsWith('/v1/cases') ? responder : requester;
}
