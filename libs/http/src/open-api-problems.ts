import type { ApiResponseNoStatusOptions } from '@nestjs/swagger';
import { PROBLEM_TYPE } from './problem';
import { PROBLEM_CODES, problemCodesInWords } from './problem-codes';

const fault = {
  type: 'object',
  required: ['pointer', 'detail'],
  properties: {
    pointer: { type: 'string', description: 'JSON Pointer to what is wrong; empty for the whole.' },
    detail: { type: 'string', description: 'What is asked of the field.' },
  },
};

/** Problem details (RFC 9457). */
export const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'code'],
  properties: {
    type: { type: 'string', format: 'uri', example: 'urn:vestigo:problem:version-conflict' },
    title: { type: 'string' },
    status: { type: 'integer', minimum: 400, maximum: 599 },
    detail: { type: 'string', description: 'What happened this time, and what to do.' },
    instance: {
      type: 'string',
      description: 'The path that was asked for; absent where what was sent was no HTTP request.',
    },
    code: {
      type: 'string',
      enum: Object.keys(PROBLEM_CODES),
      description: `Stable; what a program decides on. By the status under which it comes:\n\n${problemCodesInWords}`,
    },
    errors: { type: 'array', items: fault },
  },
};

const descriptions = {
  400: 'The address cannot be decoded, the body is not JSON, or it is no HTTP at all.',
  401: 'Nobody is signed in, or the token is not good.',
  403: 'The role, or the State, may not do this.',
  404: 'There is nothing here that you may see.',
  408: 'The request took too long to arrive.',
  409: 'What is the case does not allow it.',
  412: 'It changed since the version that If-Match names.',
  413: 'The body is too large.',
  414: 'The address is too long.',
  415: 'The body has a type that is not read here.',
  422: 'The request breaks the rules listed under errors.',
  429: 'Too much at once; try again after Retry-After.',
  431: 'The headers are too large.',
  503: 'A part of the exchange does not answer; try again after Retry-After.',
} as const;

type ProblemStatus = keyof typeof descriptions;

/** What tells which problems an operation may answer with. */
export interface Risks {
  readonly guarded: boolean;
  readonly namesOne: boolean;
  readonly takesInput: boolean;
  readonly takesBody: boolean;
  readonly isCommand: boolean;
}

/** Every problem that such an operation may answer with; one that HTTP gives to any request included. */
export function problemResponses(risks: Risks): Readonly<Record<string, object>> {
  const { guarded, namesOne, takesInput, takesBody, isCommand } = risks;
  const statuses: readonly ProblemStatus[] = [
    400,
    ...(guarded ? ([401, 403] as const) : []),
    ...(namesOne ? ([404] as const) : []),
    ...(takesBody ? ([408] as const) : []),
    ...(isCommand ? ([409, 412] as const) : []),
    ...(takesBody ? ([413] as const) : []),
    ...(namesOne ? ([414] as const) : []),
    ...(takesBody ? ([415] as const) : []),
    ...(takesInput || takesBody || isCommand ? ([422] as const) : []),
    431,
    ...(guarded ? ([503] as const) : []),
  ];
  return Object.fromEntries(statuses.map((status) => [String(status), problemResponse(status)]));
}

/** One problem, for a route that says itself what may go wrong. */
export function problemResponse(
  status: ProblemStatus,
  description: string = descriptions[status],
): ApiResponseNoStatusOptions {
  const headers = headersOf[status];
  return {
    description,
    ...(headers && { headers }),
    content: { [PROBLEM_TYPE]: { schema: { $ref: '#/components/schemas/Problem' } } },
  };
}

const headersOf: Readonly<
  Partial<Record<ProblemStatus, NonNullable<ApiResponseNoStatusOptions['headers']>>>
> = {
  401: { 'WWW-Authenticate': { description: 'RFC 6750.', schema: { type: 'string' } } },
  429: { 'Retry-After': { description: 'Seconds.', schema: { type: 'integer', minimum: 0 } } },
  503: { 'Retry-After': { description: 'Seconds.', schema: { type: 'integer', minimum: 0 } } },
};

const header = (name: string, description: string, schema: object) => ({
  name,
  in: 'header',
  required: false,
  description,
  schema: { type: 'string', ...schema },
});

/** What travels with a command beside its body. */
export const invocationHeaders = [
  header('If-Match', 'Act only on this version, alone in quotes or as ETag gave it.', { example: '"3"' }),
  header('Idempotency-Key', 'Repeats under the same key have their effect once. Best a UUIDv7.', {
    maxLength: 130,
  }),
  header('X-Correlation-Id', 'Returns in the metadata of every event that follows.', { maxLength: 64 }),
];

/** What a reader may send who has a version already. */
export const ifNoneMatch = header('If-None-Match', 'What you have, as ETag gave it.', {
  example: '"3-Wsg4Q63mVj-IaHrE"',
});
