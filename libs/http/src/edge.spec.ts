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
  test('carries its version as entity tag', async () => {
    const { statusCode, headers, body: answer } = await ask('GET', '/v1/samples/7');
    expect([statusCode, headers['etag'], answer]).toEqual([200, '"3"', '{"id":"7","version":3}']);
  });

  test.each(['"3"', 'W/"3"', '"2", "3"', '*'])('is not sent again to who has it: %s', async (tag) => {
    const {
      statusCode,
      headers,
      body: answer,
    } = await ask('GET', '/v1/samples/7', { headers: { 'if-none-match': tag } });
    expect([statusCode, headers['etag'], answer]).toEqual([304, '"3"', '']);
    expect(headers['content-type']).toBeUndefined();
    expect(headers['content-length']).toBeUndefined();
  });

  test('that waits for a photograph is sent each time: it changes without a new version', async () => {
    const { statusCode, headers } = await ask('GET', '/v1/samples/waiting', {
      headers: { 'if-none-match': '"3"' },
    });
    expect([statusCode, headers['etag']]).toEqual([200, undefined]);
  });

  test('is sent to who has another one', async () => {
    const { statusCode } = await ask('GET', '/v1/samples/7', { headers: { 'if-none-match': '"2"' } });
    expect(statusCode).toBe(200);
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
