import type { Operation } from './api-document';
import type { PlannedRequest } from './planned-request';
import { type Answered, Judge } from './verdict';

const problem = {
  type: 'object',
  required: ['code'],
  properties: {
    ...{ type: { type: 'string' }, title: { type: 'string' }, status: { type: 'integer' } },
    ...{ detail: { type: 'string' }, instance: { type: 'string' }, code: { type: 'string' } },
    errors: { type: 'array', items: { type: 'object' } },
  },
};

const operation: Operation = {
  operationId: 'Samples_get',
  method: 'GET',
  path: '/samples',
  parameters: [],
  responses: {
    '200': {
      content: {
        'application/json': {
          schema: { type: 'object', required: ['id'], properties: { id: { type: 'string', maxLength: 2 } } },
        },
      },
    },
    '304': {},
    '422': { content: { 'application/problem+json': { schema: problem } } },
  },
};

const asked: PlannedRequest = {
  ...{ operation, intent: 'valid', places: {}, query: [], headers: {}, token: 0 },
  ...{ contentType: undefined, body: undefined },
};
const refusal = {
  ...{
    type: 'urn:vestigo:problem:validation-failed',
    title: 'T',
    status: 422,
    detail: 'D',
    instance: '/samples',
  },
  ...{ code: 'validation-failed', errors: [{ pointer: '/id', detail: 'is required' }] },
};

function answer(status: number, body: unknown, type = 'application/json'): Answered {
  return { status, headers: { 'content-type': type }, text: JSON.stringify(body), path: '/samples' };
}
const refused = (change: object) => answer(422, { ...refusal, ...change }, 'application/problem+json');
const complaintsOn = (answered: Answered, intent: PlannedRequest['intent'] = 'hostile') =>
  new Judge().complaints({ ...asked, intent }, answered);

describe('the judge of the fuzzer', () => {
  test.each<[string, Answered]>([
    ['what the document says', answer(200, { id: 'a' })],
    ['a problem that is told whole', refused({})],
    ['no body where none is documented', { status: 304, headers: {}, text: '', path: '/samples' }],
  ])('finds nothing amiss in %s', (_, answered) => {
    expect(complaintsOn(answered)).toEqual([]);
  });

  test.each<[string, Answered, string]>([
    ['a fault', answer(500, refusal), '500: '],
    ['a status that is not documented', answer(418, {}), '418 is not documented'],
    ['a field too long', answer(200, { id: 'abc' }), '/id must NOT have more than 2 characters'],
    ['a field that is missing', answer(200, {}), " must have required property 'id'"],
    [
      'a field that is not documented',
      answer(200, { id: 'a', x: 1 }),
      ' must NOT have additional properties',
    ],
    [
      'another media type',
      answer(200, { id: 'a' }, 'text/html'),
      'the media type text/html is not documented',
    ],
    ['no JSON', { ...answer(200, ''), text: '{' }, ' must be object'],
    ['a body where none is documented', answer(304, { id: 'a' }), 'there is a body'],
    ['a type that is not of its code', refused({ type: 'urn:x' }), "the problem's type is amiss"],
    ['another status in the problem', refused({ status: 400 }), "the problem's status is amiss"],
    ['an instance of another path', refused({ instance: '/' }), "the problem's instance is amiss"],
    ['a detail that says nothing', refused({ detail: ' ' }), "the problem's detail is amiss"],
    ['broken rules that are not listed', refused({ errors: [] }), "the problem's errors is amiss"],
    [
      'a rule that is broken nowhere',
      refused({ errors: [{ pointer: 'id' }] }),
      "the problem's errors is amiss",
    ],
  ])('complains of %s', (_, answered, complaint) => {
    const [first] = complaintsOn(answered);
    expect(first?.startsWith(complaint) ? complaint : first).toBe(complaint);
  });

  test('complains when what the document allows is refused, and when what it forbids is done', () => {
    expect(complaintsOn(refused({}), 'valid')).toEqual([expect.stringContaining('allows is refused')]);
    expect(complaintsOn(answer(200, { id: 'a' }), 'broken')).toEqual([
      expect.stringContaining('forbids is done'),
    ]);
  });
});
