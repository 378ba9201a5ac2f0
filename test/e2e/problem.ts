import type { Answer } from './desk';

/** Problem details (RFC 9457) as this API promises them. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly instance: string;
  readonly code: string;
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[];
}

/** The problem that an answer tells; fails when it is not told as promised. */
export function problemIn({ status, headers, text }: Answer<unknown>): Problem {
  expect(headers.get('content-type')).toBe('application/problem+json');
  const problem = JSON.parse(text) as Problem;
  expect(problem).toEqual({
    type: `urn:vestigo:problem:${problem.code}`,
    title: expect.stringMatching(/\w/) as string,
    status,
    detail: expect.stringMatching(/\w/) as string,
    instance: expect.stringMatching(/^\//) as string,
    code: expect.stringMatching(/^[a-z0-9-]+$/) as string,
    ...(problem.errors && { errors: problem.errors }),
  });
  return problem;
}

/** Status, code and pointers in one value, to be compared whole. */
export function refusalIn(answer: Answer<unknown>): readonly (number | string)[] {
  const { status, code, errors = [] } = problemIn(answer);
  return [status, code, ...errors.map(({ pointer }) => pointer)];
}
