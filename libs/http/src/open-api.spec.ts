import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import { describeApi } from './open-api';
import { schemaOf } from './schema-of';
import { ArmDto, sampleApp, SubmitDto } from './testing/sample-app';

let app: NestFastifyApplication;
let document: OpenAPIObject;

beforeAll(async () => {
  app = await sampleApp((prepared) => {
    describeApi(prepared, { title: 'Samples', version: '1.0.0' });
  });
  document = (await app.inject('/openapi.json')).json<OpenAPIObject>();
});

afterAll(() => app.close());

test('the schema of a body is the one it is checked with', () => {
  const { SubmitDto: submit, ArmDto: arm } = document.components?.schemas ?? {};
  expect(arm).toEqual(schemaOf(ArmDto));
  expect(submit).toEqual({
    ...schemaOf(SubmitDto),
    properties: {
      ...schemaOf(SubmitDto).properties,
      respondingState: { type: 'string', enum: ['KEN', 'SOM'] },
      arm: { $ref: '#/components/schemas/ArmDto' },
    },
  });
  expect(document.paths['/v1/samples']?.post?.requestBody).toMatchObject({
    content: { 'application/json': { schema: { $ref: '#/components/schemas/SubmitDto' } } },
  });
});

test('the fields of a query are its parameters, with their limits', () => {
  expect(document.paths['/v1/samples']?.get?.parameters).toEqual([
    { name: 'status', in: 'query', required: false, schema: { type: 'string', enum: ['open', 'closed'] } },
    {
      name: 'limit',
      in: 'query',
      required: false,
      schema: { type: 'integer', minimum: 1, maximum: 200, default: 50 },
    },
    {
      name: 'cursor',
      in: 'query',
      required: false,
      schema: { type: 'string', pattern: String.raw`\S`, maxLength: 1024 },
    },
  ]);
});

test('a guarded route says who may ask and what may be refused', () => {
  const { security, description, responses = {} } = document.paths['/v1/samples']?.get ?? {};
  expect(security).toEqual([{ bearer: [] }]);
  expect(description).toBe('Roles: officer, liaison, coordinator.');
  expect(Object.keys(responses)).toEqual(['200', '400', '401', '403', '422', '431', '503']);
  expect(responses['422']).toEqual({
    description: 'The request breaks the rules listed under errors.',
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  });
  expect(document.components?.schemas?.['Problem']).toMatchObject({ type: 'object' });
  expect(document.components?.securitySchemes?.['bearer']).toMatchObject({ type: 'http', scheme: 'bearer' });
});

test('a command says which headers travel with it', () => {
  const headers = document.paths['/v1/samples']?.post?.parameters?.map((one) => 'name' in one && one.name);
  expect(headers).toEqual(['If-Match', 'Idempotency-Key', 'X-Correlation-Id']);
});

test('an open route asks for nothing', () => {
  expect(document.paths['/v1/samples/open']?.get).toMatchObject({ parameters: [], security: [] });
  expect(Object.keys(document.paths['/v1/samples/open']?.get?.responses ?? {})).toEqual([
    '200',
    '400',
    '431',
  ]);
});

test.each(['/docs', '/docs/swagger-ui-init.js', '/docs/swagger-ui-bundle.js', '/docs/swagger-ui.css'])(
  '%s is served to everybody under a policy that lets it work',
  async (url) => {
    const { statusCode, headers } = await app.inject(url);
    expect(statusCode).toBe(200);
    expect(headers['content-security-policy']).toContain(
      "default-src 'self'; style-src 'self' 'unsafe-inline'",
    );
  },
);

test('the page of the documentation has no script of its own inside', async () => {
  const { body } = await app.inject('/docs');
  expect(body.match(/<script(?! src=)/g)).toBeNull();
});
