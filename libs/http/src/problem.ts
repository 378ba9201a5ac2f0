import { HttpException, ServiceUnavailableException } from '@nestjs/common';
import { Unauthenticated } from '@vestigo/identity';
import { type Fault, Rejection, type RejectionKind, Unavailable, VersionConflict } from '@vestigo/kernel';

/** Why a request was not served (RFC 9457). */
export interface Problem {
  /** `urn:vestigo:problem:<code>` */
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  /** The path that was asked for. */
  readonly instance: string;
  readonly code: string;
  readonly errors?: readonly Fault[];
}

export interface Refusal {
  readonly problem: Problem;
  readonly headers: Readonly<Record<string, string>>;
}

/** What a refusal needs to know of the request. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  /** The caller made the command depend on a version (`If-Match`). */
  readonly conditional: boolean;
}

/** A body that is no JSON text. */
export class MalformedBody extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'MalformedBody';
  }
}

export const PROBLEM_TYPE = 'application/problem+json';

const statusOfKind: Readonly<Record<RejectionKind, number>> = {
  invalid: 422,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
};

/** Codes of the edge itself; one that the domain gives is its own title. */
const titles = {
  'address-too-long': 'The address is too long',
  'bad-request': 'The request is not HTTP as it should be',
  'body-too-large': 'The body is too large',
  'cursor-malformed': 'The cursor is not one of this list',
  'headers-too-large': 'The headers are too large',
  'idempotency-key-malformed': 'The Idempotency-Key is malformed',
  'idempotency-key-reused': 'The Idempotency-Key was used for another body',
  'if-match-malformed': 'If-Match is malformed',
  'internal-error': 'The exchange has a fault',
  'malformed-json': 'The body is not JSON',
  'method-not-allowed': 'The address does not know this method',
  'request-timeout': 'The request took too long to arrive',
  'role-not-allowed': 'Your role may not do this',
  'too-many-requests': 'Too much at once',
  unauthenticated: 'Nobody is signed in',
  unavailable: 'A part of the exchange does not answer',
  'unknown-route': 'There is nothing at this address',
  'unsupported-media-type': 'The body has a type that is not read here',
  'validation-failed': 'The request breaks the rules of its form',
  'version-conflict': 'It changed in the meantime',
} as const;

type EdgeCode = keyof typeof titles;

const codeOfStatus: Readonly<Record<number, EdgeCode>> = {
  404: 'unknown-route',
  405: 'method-not-allowed',
  408: 'request-timeout',
  413: 'body-too-large',
  414: 'address-too-long',
  415: 'unsupported-media-type',
  429: 'too-many-requests',
  431: 'headers-too-large',
};

/** What is said of an error; undefined for one that nobody foresaw, of which nothing is said but that it is ours. */
export function refusalOf(error: unknown, asked: Asked): Refusal | undefined {
  if (error instanceof Rejection) {
    const { kind, code, message, faults } = error;
    return refusal(asked, statusOfKind[kind], code, message, { faults });
  }
  if (error instanceof VersionConflict) return versionConflict(error, asked);
  if (error instanceof Unauthenticated) {
    const challenge = error.invalidToken ? 'Bearer error="invalid_token"' : 'Bearer';
    return refusal(asked, 401, 'unauthenticated', error.message, {
      headers: { 'www-authenticate': challenge },
    });
  }
  if (error instanceof Unavailable) {
    const detail =
      'A part of the exchange does not answer now. Send the request again with the same Idempotency-Key.';
    return refusal(asked, 503, 'unavailable', detail, { headers: { 'retry-after': '1' } });
  }
  if (error instanceof ServiceUnavailableException) {
    return refusal(asked, 503, 'unavailable', error.message, { headers: { 'retry-after': '1' } });
  }
  if (error instanceof MalformedBody) return refusal(asked, 400, 'malformed-json', error.message);
  if (error instanceof HttpException && error.getStatus() < 500)
    return ofStatus(error.getStatus(), error.message, asked);
  return undefined;
}

/** A refusal that HTTP itself gives, before a handler was found or ran. */
export function ofStatus(status: number, detail: string, asked: Asked): Refusal {
  const code = codeOfStatus[status] ?? 'bad-request';
  const headers = status === 429 ? { 'retry-after': '5' } : {};
  return refusal(asked, status, code, details[code]?.(asked) ?? detail, { headers });
}

export function internalError(asked: Asked): Refusal {
  const detail =
    'The fault is not yours; it was recorded. Send the request again later with the same Idempotency-Key.';
  return refusal(asked, 500, 'internal-error', detail);
}

export function methodNotAllowed(asked: Asked, allowed: readonly string[]): Refusal {
  const detail = `${asked.path} knows ${allowed.join(', ')}, not ${asked.method}.`;
  return refusal(asked, 405, 'method-not-allowed', detail, { headers: { allow: allowed.join(', ') } });
}

const details: Readonly<Partial<Record<EdgeCode, (asked: Asked) => string>>> = {
  'unknown-route': ({ method, path }) =>
    `There is no ${method} ${path} here. /openapi.json lists all addresses.`,
  'address-too-long': () => 'A part of an address may have 100 characters.',
  'body-too-large': () =>
    'A body of JSON may have 1 MiB, a photograph 10 MiB, a file of many requests 128 MiB.',
  'unsupported-media-type': () => 'Send JSON as `Content-Type: application/json`, and a file as what it is.',
};

function versionConflict({ expected, actual }: VersionConflict, asked: Asked): Refusal {
  if (!asked.conditional) {
    return refusal(
      asked,
      409,
      'version-conflict',
      `Others write it right now, its version is ${actual}. Send the request again.`,
    );
  }
  const detail =
    `Its version is ${actual}, not ${expected}. Read it again, and if the command still holds, ` +
    `send it with If-Match: "${actual}".`;
  return refusal(asked, 412, 'version-conflict', detail);
}

interface Extras {
  readonly faults?: readonly Fault[];
  readonly headers?: Readonly<Record<string, string>>;
}

function refusal(asked: Asked, status: number, code: string, detail: string, extras: Extras = {}): Refusal {
  const { faults = [], headers = {} } = extras;
  const problem = {
    type: `urn:vestigo:problem:${code}`,
    title: titleOf(code),
    status,
    detail,
    instance: asked.path,
    code,
  };
  return { problem: faults.length > 0 ? { ...problem, errors: faults } : problem, headers };
}

/** `already-answered` reads "Already answered". */
function titleOf(code: string): string {
  const words = code.replaceAll('-', ' ');
  return code in titles ? titles[code as EdgeCode] : words.charAt(0).toUpperCase() + words.slice(1);
}
