import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Issuer, openIssuer } from '@vestigo/identity';
import { serve, type Served } from '@vestigo/service';
import { openExchange } from './exchange';

let folder: string;
let issuer: Issuer;
let served: Served;

/** An exchange whose loops are as slow as can be: on a machine that others fill, or with a log of years to read anew. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'vestigo-'));
  const exchange = openExchange({ data: folder });
  issuer = await openIssuer(folder);
  const startLoops = () => ({ settled: () => Promise.resolve(), stop: () => Promise.resolve() });
  served = await serve(exchange, { issuer, title: 'Vestigo', host: '127.0.0.1', port: 0, startLoops });
});

afterAll(async () => {
  await served.stop();
  rmSync(folder, { recursive: true });
});

async function ask(state: string, method: 'PUT' | 'POST' | 'GET', path: string, body?: object) {
  const token = await issuer.issue({ subject: 'officer', state, role: 'officer' });
  const response = await fetch(`${served.address}/v1/${path}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      ...(body && { 'content-type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

test('a desk waits for no loop: a contact is registered, and the request that follows goes to it', async () => {
  const contact = { body: 'National Tracing Center', email: 'npc@usa.example' };
  const clock = { timeZone: 'America/New_York', weekend: [6, 0] };
  const put = await ask('USA', 'PUT', 'participants/USA/point-of-contact', { ...contact, ...clock });
  expect(put.status).toBe(200);
  const sent = await ask('JAM', 'POST', 'requests', {
    ...{ respondingState: 'USA', priority: 'ROUTINE', illicitGrounds: ['ILL_NATLAW'] },
    ...{ legalBasis: 'Firearms Act, section 20', intendedUse: 'INVESTIGATION', acquisitionMode: 'SEIZED' },
    arm: { type: 'UNKNOWN_SMALL' },
  });
  expect(sent).toMatchObject({ status: 201, body: { status: 'sent' } });
  const read = await ask('JAM', 'GET', `requests/${String(sent.body['id'])}`);
  expect(read).toMatchObject({ status: 200, body: { addressedTo: { body: contact.body, version: 1 } } });
});
