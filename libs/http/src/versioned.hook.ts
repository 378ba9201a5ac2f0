import { hash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** An answer with a `version` carries it as entity tag. Runs as a hook of Fastify: an interceptor would wrap each request in an Observable. */
export function tagVersion(
  _: FastifyRequest,
  reply: FastifyReply,
  answer: unknown,
  done: (error: Error | null, answer: unknown) => void,
): void {
  const version = versionIn(answer);
  if (version !== undefined) void reply.header('etag', `"${version}"`);
  done(null, answer);
}

/**
 * What is read is tagged by what it says as well, since it may change under one version: by the hour, by the reader, by word that is no act. A reader who
 * has it gets 304 instead, without a body, not even an empty one with a length.
 */
export function tagContent(
  { method, headers }: FastifyRequest,
  reply: FastifyReply,
  body: unknown,
  done: (error: Error | null, body?: unknown) => void,
): void {
  const version = reply.getHeader('etag');
  if (version === undefined || typeof body !== 'string' || !isRead(method)) {
    done(null, body);
    return;
  }
  const tag = `${String(version).slice(0, -1)}-${hash('sha256', body, 'base64url').slice(0, digits)}"`;
  void reply.header('etag', tag);
  const known = headers['if-none-match'];
  if (known === undefined || !names(known, tag)) {
    done(null, body);
    return;
  }
  void reply.code(304).removeHeader('content-type').removeHeader('content-length');
  // Fastify itself takes the body of an answer to HEAD away, once it knows its length.
  done(null, method === 'HEAD' ? body : null);
}

/** Of the digest, 96 bits. */
const digits = 16;

/** The version that a strong entity tag names, of whatever was read under it. */
export function versionTagged(tag: string): number | undefined {
  const version = /^"(0|[1-9]\d{0,14})(?:-[\w-]{16})?"$/.exec(tag)?.[1];
  return version === undefined ? undefined : Number(version);
}

function versionIn(answer: unknown): number | undefined {
  if (typeof answer !== 'object' || answer === null || !('version' in answer)) return undefined;
  return typeof answer.version === 'number' ? answer.version : undefined;
}

/** Compared weakly (RFC 9110, 13.1.2). */
function names(header: string, tag: string): boolean {
  return header.split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === tag);
}

const isRead = (method: string) => method === 'GET' || method === 'HEAD';
