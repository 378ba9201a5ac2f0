import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { sampleApp } from './testing/sample-app';
import { sampleClient } from './testing/sample-client';

let app: NestFastifyApplication;

beforeAll(async () => {
  app = await sampleApp();
});

afterAll(() => app.close());

const { ask, problemOf } = sampleClient(() => app);
const body = { respondingState: 'SOM', arm: { make: 'Zastava' } };

describe('what travels with a command', () => {
  const send = async (headers: Readonly<Record<string, string>>, payload: object = body) => {
    const { body: answer } = await ask('POST', '/v1/samples', { headers, body: payload });
    return (JSON.parse(answer) as { context: Record<string, unknown> }).context;
  };

  test('who gives it, and a new correlation', async () => {
    expect(await send({})).toEqual({
      meta: {
        actor: 'amina',
        state: 'KEN',
        role: 'officer',
        correlationId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
        causationId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
      },
    });
  });

  test.each(['"3"', '"3-Wsg4Q63mVj-IaHrE"'])('the correlation and the version that %s names', async (tag) => {
    expect(await send({ 'x-correlation-id': 'visit-1.2', 'if-match': tag })).toEqual({
      meta: {
        actor: 'amina',
        state: 'KEN',
        role: 'officer',
        correlationId: 'visit-1.2',
        causationId: 'visit-1.2',
      },
      expected: 3,
    });
  });

  test.each(['a b', 'a'.repeat(65), '<script>', ''])(
    '%p is no correlation: it gets a new one',
    async (header) => {
      expect(await send({ 'x-correlation-id': header })).toMatchObject({
        meta: { correlationId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string },
      });
    },
  );

  test('a repeat under one key has one id and one fingerprint, whatever the order of its fields', async () => {
    const headers = { 'idempotency-key': '01936c2e-7d3b-7c3f-9a52-2f0f5c5e8a11', 'x-correlation-id': 'c' };
    const [first, again, other] = [
      await send(headers),
      await send(headers, { arm: body.arm, respondingState: 'SOM' }),
      await send(headers, { ...body, count: 2 }),
    ];
    expect(first).toEqual({
      meta: {
        actor: 'amina',
        state: 'KEN',
        role: 'officer',
        correlationId: 'c',
        causationId: 'c',
        fingerprint: expect.stringMatching(/^[\w-]{43}$/) as string,
      },
      messageId: expect.stringMatching(
        /^01936c2e-7d3b-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
      ) as string,
    });
    expect(again).toEqual(first);
    expect(other['messageId']).toBe(first['messageId']);
    expect(other['meta']).not.toEqual(first['meta']);
  });

  test.each<[string, string, string]>([
    ['if-match', '3', 'if-match-malformed'],
    ['if-match', '*', 'if-match-malformed'],
    ['if-match', 'W/"3"', 'if-match-malformed'],
    ['if-match', '"3", "4"', 'if-match-malformed'],
    ['if-match', '"-1"', 'if-match-malformed'],
    ['if-match', '"3-"', 'if-match-malformed'],
    ['if-match', '"3-Wsg4Q63mVj-IaHrEE"', 'if-match-malformed'],
    ['idempotency-key', '', 'idempotency-key-malformed'],
    ['idempotency-key', 'a b', 'idempotency-key-malformed'],
  ])('%s: %s is malformed', async (name, value, code) => {
    const found = await problemOf('POST', '/v1/samples', { headers: { [name]: value }, body });
    expect([found.status, found.code]).toEqual([422, code]);
  });
});
