import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { sampleApp } from './testing/sample-app';
import { sampleClient } from './testing/sample-client';

let app: NestFastifyApplication;

beforeAll(async () => {
  app = await sampleApp();
});

afterAll(() => app.close());

const { ask, problemOf } = sampleClient(() => app);

describe('who may ask', () => {
  test('an open route answers anybody', async () => {
    const { statusCode, body: answer } = await ask('GET', '/v1/samples/open', { as: '' });
    expect([statusCode, answer]).toEqual([200, '{"open":true}']);
  });

  test('without a token, nobody', async () => {
    const { status, problem, headers } = await problemOf('GET', '/v1/samples', { as: '' });
    expect(status).toBe(401);
    expect(headers['www-authenticate']).toBe('Bearer');
    expect(problem).toEqual({
      type: 'urn:vestigo:problem:unauthenticated',
      title: 'Nobody is signed in',
      status: 401,
      detail: 'Send an access token: `Authorization: Bearer <token>`.',
      instance: '/v1/samples',
      code: 'unauthenticated',
    });
  });

  test('with a token that is no good, nobody', async () => {
    const { status, problem, headers } = await problemOf('GET', '/v1/samples', { as: 'old' });
    expect([status, problem['detail']]).toEqual([401, 'The access token has expired. Ask for a new one.']);
    expect(headers['www-authenticate']).toBe('Bearer error="invalid_token"');
  });

  test('not in another role', async () => {
    const { status, code } = await problemOf('GET', '/v1/samples/7', { as: 'coordinator' });
    expect([status, code]).toEqual([403, 'role-not-allowed']);
  });

  test('the handler knows who acts', async () => {
    const { body: answer } = await ask('GET', '/v1/samples?limit=7&status=open', { as: 'coordinator' });
    expect(JSON.parse(answer)).toEqual({
      query: { limit: 7, status: 'open' },
      actor: { subject: 'chair', state: null, role: 'coordinator' },
    });
  });
});

describe('a versioned answer', () => {
  const has = (tag: string, url = '/v1/samples/7') => ask('GET', url, { headers: { 'if-none-match': tag } });
  const tag = '"3-Wsg4Q63mVj-IaHrE"';

  test('carries its version as entity tag, and what it says', async () => {
    const { statusCode, headers, body: answer } = await ask('GET', '/v1/samples/7');
    expect([statusCode, headers['etag'], answer]).toEqual([200, tag, '{"id":"7","version":3}']);
    const other = await ask('GET', '/v1/samples/8');
    expect(other.headers['etag']).toMatch(/^"3-[\w-]{16}"$/);
    expect(other.headers['etag']).not.toBe(tag);
  });

  test.each([tag, `W/${tag}`, `"2", ${tag}`, '*'])('is not sent again to who has it: %s', async (known) => {
    const { statusCode, headers, body: answer } = await has(known);
    expect([statusCode, headers['etag'], answer]).toEqual([304, tag, '']);
    expect(headers['content-type']).toBeUndefined();
    expect(headers['content-length']).toBeUndefined();
  });

  test.each(['"2"', '"3"', tag.replace('3-', '2-')])('is sent to who has another one: %s', async (known) => {
    expect((await has(known)).statusCode).toBe(200);
  });

  test('is sent to who has the same version of something else', async () => {
    expect((await has(tag, '/v1/samples/8')).statusCode).toBe(200);
  });
});

describe('every answer', () => {
  test.each(['/v1/samples/open', '/v1/samples', '/nowhere'])(
    'of %s is kept by no cache and run by no browser',
    async (url) => {
      const { headers } = await ask('GET', url, { as: '' });
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
        'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      });
    },
  );
});
