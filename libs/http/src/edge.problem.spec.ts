import { connect } from 'node:net';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { sampleApp } from './testing/sample-app';
import { type Method, sampleClient } from './testing/sample-client';

let app: NestFastifyApplication;

beforeAll(async () => {
  app = await sampleApp();
});

afterAll(() => app.close());

const { problemOf } = sampleClient(() => app);
const fail = '/v1/samples/7/failure';
const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);

describe('what is wrong is said as a problem', () => {
  test('a body that breaks its rules', async () => {
    const { problem } = await problemOf('POST', '/v1/samples', {
      body: { arm: { make: ' ' }, colour: 'red' },
    });
    expect(problem).toEqual({
      type: 'urn:vestigo:problem:validation-failed',
      title: 'The request breaks the rules of its form',
      status: 422,
      detail: 'The body breaks the rules listed under errors. Mend it and send it again.',
      instance: '/v1/samples',
      code: 'validation-failed',
      errors: [
        { pointer: '/respondingState', detail: 'is required' },
        { pointer: '/colour', detail: 'is not a known field' },
        { pointer: '/arm/make', detail: 'must not be blank' },
      ],
    });
  });

  test('a query that breaks its rules', async () => {
    const { status, problem } = await problemOf('GET', '/v1/samples?limit=0&order=up');
    expect(status).toBe(422);
    expect(problem['errors']).toEqual([
      { pointer: '/order', detail: 'is not a known field' },
      { pointer: '/limit', detail: 'must be 1 or more' },
    ]);
  });

  test.each<[string, number, string, string]>([
    ['conflict', 409, 'already-answered', 'Already answered'],
    ['not-found', 404, 'request-not-found', 'Request not found'],
    ['version', 409, 'version-conflict', 'It changed in the meantime'],
    ['unavailable', 503, 'unavailable', 'A part of the exchange does not answer'],
    ['not-ready', 503, 'unavailable', 'A part of the exchange does not answer'],
    ['nest', 404, 'unknown-route', 'There is nothing at this address'],
  ])('a handler that fails with %s', async (kind, status, code, title) => {
    const found = await problemOf('PUT', `${fail}/${kind}`);
    expect([found.status, found.code, found.problem['title']]).toEqual([status, code, title]);
    expect(found.headers['retry-after']).toBe(status === 503 ? '1' : undefined);
    expect(JSON.stringify(found.problem)).not.toContain('secret');
  });

  test('a version that is no longer the one of If-Match', async () => {
    const { status, problem } = await problemOf('PUT', `${fail}/version`, { headers: { 'if-match': '"3"' } });
    expect([status, problem['detail']]).toEqual([
      412,
      'Its version is 5, not 3. Read it again, and if the command still holds, send it with If-Match: "5".',
    ]);
  });

  test('a fault of ours is recorded by its place, and not told', async () => {
    const record = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
    const { status, code, problem } = await problemOf('PUT', `${fail}/bug?x=1`);
    expect([status, code]).toEqual([500, 'internal-error']);
    expect(JSON.stringify(problem)).not.toContain('secret');
    expect(record).toHaveBeenCalledWith(
      'PUT /v1/samples/:id/failure/:kind failed: TypeError',
      expect.stringContaining('    at bug ('),
    );
    expect(JSON.stringify(record.mock.calls)).not.toContain('secret is');
    record.mockRestore();
  });

  test.each<[string, string, string, number, string]>([
    ['no JSON', 'application/json', '{"a":', 400, 'malformed-json'],
    ['a key that reaches a prototype', 'application/json', '{"__proto__":{"a":1}}', 400, 'malformed-json'],
    ['plain text', 'text/plain', 'hello', 415, 'unsupported-media-type'],
    ['a form', 'application/x-www-form-urlencoded', 'a=1', 415, 'unsupported-media-type'],
    ['more than 1 MiB', 'application/json', `"${'a'.repeat(1024 * 1024)}"`, 413, 'body-too-large'],
    ['nested 33 deep', 'application/json', nested(33), 400, 'malformed-json'],
    ['nested half a million deep', 'application/json', nested(500_000), 400, 'malformed-json'],
    ['nested 32 deep', 'application/json', nested(32), 422, 'validation-failed'],
    ['nothing', 'application/json', '', 400, 'malformed-json'],
  ])('a body that is %s', async (_, type, text, status, code) => {
    const headers = { 'content-type': type, 'idempotency-key': 'one' };
    const found = await problemOf('POST', '/v1/samples', { headers, body: text });
    expect([found.status, found.code]).toEqual([status, code]);
  });

  test('a body that is no UTF-8', async () => {
    const { statusCode, body: answer } = await app.inject({
      method: 'POST',
      url: '/v1/samples',
      headers: { authorization: 'Bearer officer', 'content-type': 'application/json' },
      payload: Buffer.from([0x22, 0xff, 0x22]),
    });
    expect([statusCode, JSON.parse(answer)]).toMatchObject([
      400,
      { code: 'malformed-json', detail: 'The body is not UTF-8.' },
    ]);
  });

  test.each<[Method, string, number, string, string | undefined]>([
    ['GET', '/v1/nothing', 404, 'unknown-route', undefined],
    ['DELETE', '/v1/samples', 405, 'method-not-allowed', 'GET, HEAD, POST'],
    ['POST', '/v1/samples/7', 405, 'method-not-allowed', 'GET, HEAD'],
    ['GET', `/v1/samples/${'x'.repeat(101)}`, 414, 'address-too-long', undefined],
    ['GET', '/v1/samples/%zz', 400, 'bad-request', undefined],
  ])('%s %s', async (method, url, status, code, allow) => {
    const found = await problemOf(method, url);
    expect([found.status, found.code, found.headers['allow']]).toEqual([status, code, allow]);
  });

  test('bytes that are no HTTP', async () => {
    await app.listen(0, '127.0.0.1');
    const socket = connect((app.getHttpServer().address() as AddressInfo).port, '127.0.0.1');
    socket.end('NONSENSE\r\n\r\n');
    const [answer] = (await once(socket, 'data')) as [Buffer];
    socket.destroy();
    expect(answer.toString()).toMatch(
      /^HTTP\/1.1 400 Bad Request\r\nContent-Type: application\/problem\+json/,
    );
    expect(answer.toString()).toContain('"code":"bad-request"');
  });
});
