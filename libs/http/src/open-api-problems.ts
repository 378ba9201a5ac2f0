import { PROBLEM_TYPE } from './problem';

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
  required: ['type', 'title', 'status', 'detail', 'instance', 'code'],
  properties: {
    type: { type: 'string', format: 'uri', example: 'urn:vestigo:problem:version-conflict' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'What happened this time, and what to do.' },
    instance: { type: 'string', description: 'The path that was asked for.' },
    code: { type: 'string', description: 'Stable; what a program decides on.' },
    errors: { type: 'array', items: fault },
  },
};

const descriptions = {
  '401': 'Nobody is signed in, or the token is not good.',
  '403': 'The role, or the State, may not do this.',
  '404': 'There is nothing here that you may see.',
  '409': 'What is the case does not allow it.',
  '412': 'It changed since the version that If-Match names.',
  '422': 'The request breaks the rules listed under errors.',
  '503': 'A part of the exchange does not answer; try again after Retry-After.',
};

export const problemResponses = Object.fromEntries(
  Object.entries(descriptions).map(([status, description]) => [
    status,
    { description, content: { [PROBLEM_TYPE]: { schema: { $ref: '#/components/schemas/Problem' } } } },
  ]),
);

const header = (name: string, description: string, schema: object) => ({
  name,
  in: 'header',
  required: false,
  description,
  schema: { type: 'string', ...schema },
});

/** What travels with a command beside its body. */
export const invocationHeaders = [
  header('If-Match', 'Act only on this version, as ETag gave it.', { example: '"3"' }),
  header('Idempotency-Key', 'Repeats under the same key have their effect once. Best a UUIDv7.', {
    maxLength: 130,
  }),
  header('X-Correlation-Id', 'Returns in the metadata of every event that follows.', { maxLength: 64 }),
];
