/** Why a request was not served (RFC 9457), as the API says it. */
export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[] | undefined;
}

/** The API has turned a request down. */
export class Refused extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail);
    this.name = 'Refused';
  }
}

/** There was no answer: no link, or a part of the exchange that is away. The same request may be sent again. */
export class Unreachable extends Error {
  constructor(options?: ErrorOptions) {
    super('The exchange does not answer.', options);
    this.name = 'Unreachable';
  }
}

/** Statuses after which the same request, sent again under the same Idempotency-Key, may be served. */
const passing: ReadonlySet<number> = new Set([408, 429, 500, 502, 503, 504]);

export const isPassing = (status: number): boolean => passing.has(status);

/** What an answer that is no success says; a gateway on the way may have said it in other words. */
export function problemOf(status: number, body: unknown): Problem {
  if (isProblem(body)) return body;
  return { status, code: 'unknown', title: `HTTP ${status}`, detail: `HTTP ${status}` };
}

function isProblem(body: unknown): body is Problem {
  return (
    typeof body === 'object' &&
    body !== null &&
    ['code', 'title', 'detail'].every((name) => typeof Reflect.get(body, name) === 'string') &&
    'status' in body &&
    typeof body.status === 'number'
  );
}
