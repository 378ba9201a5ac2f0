import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * An answer with a `version` carries it as entity tag; a reader who has that version gets 304 instead. One that waits for
 * photographs carries none: it changes without a new version. Runs as hooks of Fastify: an interceptor would wrap each request in
 * an Observable.
 */
export function tagVersion(
  { method, headers }: FastifyRequest,
  reply: FastifyReply,
  answer: unknown,
  done: (error: Error | null, answer: unknown) => void,
): void {
  const version = versionIn(answer);
  if (version !== undefined && !isIncomplete(answer)) {
    const tag = `"${version}"`;
    void reply.header('etag', tag);
    if (headers['if-none-match'] !== undefined && isRead(method) && names(headers['if-none-match'], tag)) {
      void reply.code(304).removeHeader('content-type').serializer(nothing);
    }
  }
  done(null, answer);
}

/** A 304 has no body, not even an empty one with a length. */
export function dropBodyOf304(
  _: FastifyRequest,
  { statusCode }: FastifyReply,
  body: unknown,
  done: (error: Error | null, body?: unknown) => void,
): void {
  done(null, statusCode === 304 ? null : body);
}

function versionIn(answer: unknown): number | undefined {
  if (typeof answer !== 'object' || answer === null || !('version' in answer)) return undefined;
  return typeof answer.version === 'number' ? answer.version : undefined;
}

function isIncomplete(answer: unknown): boolean {
  if (typeof answer !== 'object' || answer === null || !('photographs' in answer)) return false;
  const { photographs } = answer;
  return (
    Array.isArray(photographs) &&
    photographs.some((one: { readonly arrived?: unknown }) => one.arrived === false)
  );
}

/** Compared weakly (RFC 9110, 13.1.2). */
function names(header: string, tag: string): boolean {
  return header.split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === tag);
}

const isRead = (method: string) => method === 'GET' || method === 'HEAD';
const nothing = () => '';
