import { readFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { routesOf } from '@vestigo/identity';
import { canariesIn, requestWithCanaries } from './canaries';
import type { Answer, Desk } from './desk';
import { type ExchangeHere, openExchangeHere } from './exchange-here';
import { sparseRequest, submitted } from './matters';

interface Schema extends Readonly<Record<string, unknown>> {
  readonly $ref?: string;
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly additionalProperties?: boolean | Schema;
  readonly example?: unknown;
}

interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly schema: Schema }[];
  readonly requestBody?: {
    readonly content: Readonly<
      Record<
        string,
        { readonly schema: Schema; readonly examples?: Readonly<Record<string, { readonly value: unknown }>> }
      >
    >;
  };
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema: Schema }>> }>
  >;
  readonly security?: readonly unknown[];
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

let exchange: ExchangeHere;
let anybody: Desk;
let document: Document;
let operations: readonly (Operation & { readonly method: string; readonly path: string })[];

beforeAll(async () => {
  exchange = await openExchangeHere();
  anybody = exchange.bearer();
  document = (await anybody.get<Document>('/openapi.json')).body;
  operations = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ ...operation, method, path })),
  );
});
afterAll(() => exchange.close());

describe('the OpenAPI document', () => {
  test('has the form that OpenAPI 3.0 asks for', () => {
    const validate = new Ajv2020({ allErrors: true, strictTypes: false }).compile(
      JSON.parse(readFileSync(join(__dirname, 'openapi-form.json'), 'utf8')) as object,
    );
    validate(document);
    expect(validate.errors ?? []).toEqual([]);
  });

  test('is found faultless by the recommended rules of a linter', () => {
    const { stdout, stderr } = spawnSync(process.execPath, [join(__dirname, 'openapi-lint.mjs')], {
      input: JSON.stringify(document),
      encoding: 'utf8',
    });
    expect(stdout === '' ? stderr : JSON.parse(stdout)).toEqual([]);
  });

  test('describes every route of the exchange, each once', () => {
    const described = operations.map(({ operationId }) => operationId);
    const routes = routesOf(exchange.served.app).map(({ name }) => name.replace('.', '_'));
    expect(described.toSorted()).toEqual(routes.toSorted());
  });

  test('points at nothing that is missing, and keeps nothing that nobody points at', () => {
    const pointed = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, ref]) => ref);
    const schemas = Object.keys(document.components.schemas).map((name) => `#/components/schemas/${name}`);
    expect([...new Set(pointed)].sort()).toEqual(schemas.toSorted());
  });

  test('names every parameter of a path', () => {
    for (const { path, parameters = [] } of operations) {
      const named = parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name);
      expect({ path, named }).toEqual({
        path,
        named: [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name),
      });
    }
  });

  test('says of every guarded operation that it takes a token, and which problems it answers with', () => {
    for (const { operationId, path, security, responses } of operations) {
      const guarded = path.startsWith('/v1/');
      const problems = Object.entries(responses).flatMap(([status, { content }]) =>
        content?.['application/problem+json']?.schema.$ref === '#/components/schemas/Problem' ? [status] : [],
      );
      expect({ operationId, security, problems }).toEqual({
        operationId,
        security: guarded ? [{ bearer: [] }] : [],
        problems: expect.arrayContaining(
          guarded ? ['400', '401', '403', '431', '503'] : ['400', '431'],
        ) as unknown,
      });
    }
  });

  test('says of every success what it holds', () => {
    for (const { operationId, path, responses } of operations.filter(({ path }) => path.startsWith('/v1/'))) {
      const [success] = Object.entries(responses).filter(([status]) => status.startsWith('2'));
      const content = Object.entries(success?.[1].content ?? {});
      expect({ operationId, path, content }).toEqual({
        operationId,
        path,
        content: content.map(([type, { schema }]) => [type, wanted(type, schema)]),
      });
      expect(content).not.toEqual([]);
    }
  });

  test('says the type of everything that a success holds', () => {
    const answers = operations.flatMap(({ operationId, responses }) =>
      Object.entries(responses).flatMap(([status, { content = {} }]) =>
        status.startsWith('2') && content['application/json']
          ? untypedIn(content['application/json'].schema, operationId)
          : [],
      ),
    );
    // What was recorded by an event, and what a condition of a kind that nobody here knows may say.
    const open = /(\/data|\/about|\/request|\/conditions\/0)$/;
    expect(answers.filter((place) => !open.test(place))).toEqual([]);
  });

  test('has an example of every body that is more than one field, which is taken as it is', () => {
    const ajv = addFormats(new Ajv({ strict: false })).addFormat('partial-date', true);
    for (const { operationId, requestBody } of operations) {
      const { schema, examples = {} } = requestBody?.content['application/json'] ?? {};
      if (!schema?.$ref) continue;
      const { properties = {}, example } =
        document.components.schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {};
      const given = [
        ...Object.values(examples).map(({ value }) => value),
        ...(example === undefined ? [] : [example]),
      ];
      const fields = Object.keys(properties).filter((name) => name !== 'occurredAt');
      expect({ operationId, shown: given.length > 0 }).toEqual({
        operationId,
        shown: given.length > 0 || fields.length > 1,
      });
      const validate = ajv.compile({ ...schema, components: document.components });
      const refused = given.filter((value) => !validate(value));
      expect({ operationId, refused }).toEqual({ operationId, refused: [] });
    }
  });

  const bytes = { schema: { type: 'string', format: 'binary' } };
  const named = { schema: { $ref: expect.stringMatching(/^#/) as string } };
  const wanted = (type: string, { items }: Schema): object => {
    if (type.startsWith('image/')) return bytes;
    if (type === 'text/csv' || type === 'text/event-stream') return { schema: { type: 'string' } };
    return items ? { schema: { type: 'array', items: named.schema } } : named;
  };

  test('gives every body a schema that is closed and whose every field has its limits', () => {
    const withBody = operations.filter(({ requestBody }) => requestBody?.content['application/json']);
    for (const { operationId, requestBody } of withBody) {
      const schema = requestBody?.content['application/json']?.schema;
      expect({ operationId, unlimited: schema ? unlimitedIn(schema) : 'no schema' }).toEqual({
        operationId,
        unlimited: [],
      });
    }
  });

  test('gives every query parameter its limits', () => {
    const parameters = operations.flatMap(({ parameters: all = [] }) => all);
    for (const { name, schema } of parameters.filter((parameter) => parameter.in === 'query')) {
      expect({ name, unlimited: unlimitedIn(schema) }).toEqual({ name, unlimited: [] });
    }
  });
});

describe('the page of the API', () => {
  test('answers with every script and style that it asks for, all from the exchange itself', async () => {
    const page = await anybody.get('/docs');
    expect(page.headers.get('content-type')).toMatch(/^text\/html/);
    const asked = [...page.text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address = '']) => address);
    expect(asked.some((address) => address.endsWith('swagger-ui-bundle.js'))).toBe(true);
    for (const address of asked) {
      expect({ address, foreign: /^(https?:)?\/\//.test(address) }).toEqual({ address, foreign: false });
      const { status } = await anybody.get(new URL(address, 'http://exchange/docs').pathname);
      expect({ address, status }).toEqual({ address, status: 200 });
    }
  });
  test('is allowed by its own security policy to run nothing from elsewhere, and nothing inline', async () => {
    const { headers, text } = await anybody.get('/docs');
    expect(headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(text).not.toMatch(/<script(?![^>]*\bsrc=)/);
  });
});

describe('/metrics', () => {
  const line = /^(\w+)(?:\{((?:\w+="[^"]*",?)*)\})? (-?[\d.e+-]+|NaN|[+-]Inf)$/;

  test('is text that Prometheus reads, every figure with its help and type', async () => {
    const { text, headers } = await anybody.get('/metrics');
    expect(headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    const types = new Set(
      [...text.matchAll(/^# TYPE (\w+) (?:counter|gauge|histogram|summary)$/gm)].map(([, name]) => name),
    );
    const helps = new Set([...text.matchAll(/^# HELP (\w+) \S.*$/gm)].map(([, name]) => name));
    expect(types).toEqual(helps);
    for (const figure of text.split('\n').filter((row) => row !== '' && !row.startsWith('#'))) {
      const [, name = figure] = line.exec(figure) ?? [];
      expect(types).toContain(types.has(name) ? name : name.replace(/_(bucket|sum|count)$/, ''));
    }
  });

  test('holds the lag of every loop and the time of every answer by its route, and nothing of a request', async () => {
    const jamaica = await exchange.desk('officer', 'JAM');
    const id = await submitted(jamaica, requestWithCanaries);
    await submitted(jamaica, sparseRequest);
    await jamaica.get(`/v1/requests/${id}`);
    await jamaica.get(`/v1/nothing/${id}`);
    await jamaica.get('/v1/oversight/pairs?requesting=JAM');
    const metrics: Answer<unknown> = await anybody.get('/metrics');
    const loops = exchange.served.exchange.loops.map(({ name }) => name);
    const lags = [...metrics.text.matchAll(/^vestigo_loop_behind\{loop="([^"]+)"\} \d+$/gm)].map(
      ([, loop]) => loop,
    );
    expect(lags).toEqual(loops);
    const count = (route: string, method: string, status: number) =>
      `vestigo_http_answer_seconds_count{method="${method}",route="${route}",status="${status}"}`;
    expect(metrics.text).toContain(`${count('/v1/requests', 'POST', 201)} 2`);
    expect(metrics.text).toContain(`${count('/v1/requests/:id', 'GET', 200)} 1`);
    expect(metrics.text).not.toContain(id);
    expect(metrics.text).not.toMatch(/JAM|USA|officer@/);
    expect(canariesIn(metrics.text)).toEqual([]);
  });
});

/** Where the type of a value is not said: what a typed client would know nothing of. */
function untypedIn(schema: Schema, place: string): readonly string[] {
  if (schema.$ref !== undefined) {
    const target = document.components.schemas[schema.$ref.split('/').at(-1) ?? ''];
    return target ? untypedIn(target, place) : [`${place} ${schema.$ref}`];
  }
  const { type, properties, items, oneOf, allOf, anyOf, additionalProperties } = schema;
  const parts = [...(oneOf ?? []), ...(allOf ?? []), ...(anyOf ?? [])];
  const held = [
    ...parts.flatMap((part) => untypedIn(part, place)),
    ...Object.entries(properties ?? {}).flatMap(([name, field]) => untypedIn(field, `${place}/${name}`)),
    ...(items ? untypedIn(items, `${place}/0`) : []),
    ...(typeof additionalProperties === 'object' ? untypedIn(additionalProperties, `${place}/*`) : []),
  ];
  const isNamed = properties ?? additionalProperties ?? schema['enum'] ?? parts[0];
  const isOpen = additionalProperties === true || (type === 'object' && isNamed === undefined);
  const isBare = type === undefined && parts.length === 0 && schema['enum'] === undefined;
  return isOpen || isBare || (type === 'array' && !items) ? [place, ...held] : held;
}

/** Where a value could grow without limit: open objects, texts and lists without end. */
function unlimitedIn(schema: Schema, place = ''): readonly string[] {
  if (schema.$ref !== undefined) {
    const target = document.components.schemas[schema.$ref.split('/').at(-1) ?? ''];
    return target ? unlimitedIn(target, place) : [`${place} ${schema.$ref}`];
  }
  const { type, properties, items, oneOf } = schema;
  if (oneOf) return oneOf.flatMap((one, index) => unlimitedIn(one, `${place}(${String(index)})`));
  const has = (...keywords: readonly string[]) => keywords.some((keyword) => schema[keyword] !== undefined);
  const endsByPattern = /^\^[^*+]*\$$/.test(String(schema['pattern']));
  if (properties) {
    const open = schema['additionalProperties'] === false ? [] : [`${place} open`];
    return [
      ...open,
      ...Object.entries(properties).flatMap(([name, field]) => unlimitedIn(field, `${place}/${name}`)),
    ];
  }
  if (items) return [...(has('maxItems') ? [] : [place]), ...unlimitedIn(items, `${place}/0`)];
  if (type === 'string') return has('maxLength', 'enum', 'format') || endsByPattern ? [] : [place];
  if (type === 'integer' || type === 'number') {
    return has('enum') || (has('maximum') && has('minimum')) ? [] : [place];
  }
  return type === 'boolean' || has('enum') ? [] : [place];
}
