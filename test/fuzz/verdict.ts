import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import type { Operation, Schema } from './api-document';
import type { PlannedRequest } from './planned-request';

export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly text: string;
  /** The path that was asked for, without its query. */
  readonly path: string;
}

interface Problem {
  readonly type?: unknown;
  readonly title?: unknown;
  readonly status?: unknown;
  readonly detail?: unknown;
  readonly instance?: unknown;
  readonly code?: unknown;
  readonly errors?: readonly { readonly pointer?: unknown; readonly detail?: unknown }[];
}

/** Judges answers by the document alone: everything that it does not promise is a complaint. */
export class Judge {
  readonly #ajv = addFormats(new Ajv({ strict: false, allErrors: true })).addFormat(
    'partial-date',
    /^\d{4}(?:-\d\d(?:-\d\d)?)?$/,
  );
  readonly #validators = new WeakMap<Schema, ValidateFunction>();

  complaints({ operation, intent, token }: PlannedRequest, answered: Answered): readonly string[] {
    const { status, text } = answered;
    if (status >= 500) return [`${String(status)}: ${text}`];
    const documented = operation.responses[String(status)];
    if (!documented) return [`${String(status)} is not documented: ${text}`];
    const code = status >= 400 ? (jsonIn(text) as Problem | undefined)?.code : undefined;
    return [
      ...this.#ofBody(documented, answered),
      ...(status >= 400 ? ofProblem(answered) : []),
      ...(intent === 'valid' &&
      typeof token === 'number' &&
      ['validation-failed', 'malformed-json'].includes(String(code))
        ? [`what the document allows is refused: ${text}`]
        : []),
      ...(intent === 'broken' && status < 300 ? [`what the document forbids is done: ${text}`] : []),
    ];
  }

  #ofBody({ content }: Operation['responses'][string], { headers, text }: Answered): readonly string[] {
    if (!content) return text === '' ? [] : [`there is a body, and none is documented: ${text}`];
    const said = String(headers['content-type'] ?? '').split(';')[0] ?? '';
    const schema = content[said]?.schema;
    if (!schema) return [`the media type ${said} is not documented`];
    if (!said.endsWith('json')) return [];
    const validate = this.#validatorOf(schema);
    if (validate(jsonIn(text))) return [];
    return (validate.errors ?? []).map(
      ({ instancePath, message, params }) =>
        `${instancePath} ${message ?? ''} ${JSON.stringify(params).slice(0, 200)} in ${text.slice(0, 400)}`,
    );
  }

  #validatorOf(schema: Schema): ValidateFunction {
    const known = this.#validators.get(schema);
    if (known) return known;
    const made = this.#ajv.compile(closed(schema));
    this.#validators.set(schema, made);
    return made;
  }
}

/** An answer holds what its schema names and nothing else. */
function closed(schema: unknown): object {
  if (Array.isArray(schema)) return schema.map((one: unknown) => (isObject(one) ? closed(one) : one));
  if (!isObject(schema)) return {};
  const all = Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [key, isObject(value) ? closed(value) : value]),
  );
  return typeof schema['type'] === 'string' &&
    isObject(schema['properties']) &&
    !('additionalProperties' in schema)
    ? { ...all, additionalProperties: false }
    : all;
}

/** What was refused before it was read has no path yet. */
const beforeHttp = [431];

/** Problem details (RFC 9457) as this API promises them, whole. */
function ofProblem({ status, text, path }: Answered): readonly string[] {
  const problem = (jsonIn(text) ?? {}) as Problem;
  const isSaid = (value: unknown) => typeof value === 'string' && /\S/.test(value);
  const incomplete = [
    ['type', problem.type === `urn:vestigo:problem:${String(problem.code)}`],
    ['title', isSaid(problem.title)],
    ['status', problem.status === status],
    ['detail', isSaid(problem.detail)],
    ['instance', problem.instance === path || beforeHttp.includes(status)],
    ['code', typeof problem.code === 'string' && /^[a-z0-9-]+$/.test(problem.code)],
    ['errors', problem.code !== 'validation-failed' || (problem.errors ?? []).length > 0],
    [
      'errors',
      (problem.errors ?? []).every(
        ({ pointer, detail }) => /^(\/|$)/.test(String(pointer)) && isSaid(detail),
      ),
    ],
  ] as const;
  return incomplete.flatMap(([field, holds]) => (holds ? [] : [`the problem's ${field} is amiss: ${text}`]));
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
