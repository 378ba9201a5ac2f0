import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants';
import type { FastifyRequest } from 'fastify';
import { type Actor, actorOf, type Route } from '@vestigo/identity';
import { type CommandContext, Rejection, traceFrom } from '@vestigo/kernel';
import { versionTagged } from './versioned.hook';
import { fingerprintOf, idempotencyKeyOf, messageIdOf } from './idempotency';

/** Who gives a command, and what travels with it to the log. */
export interface Invoked {
  readonly actor: Actor;
  readonly context: CommandContext;
}

/**
 * Reads an invocation from the actor and the headers `X-Correlation-Id`, `traceparent`, `If-Match` and
 * `Idempotency-Key`. Throws `Rejection` when one of the last two is malformed: ignoring it would do the command without its condition.
 */
export function invocationOf(_: unknown, context: ExecutionContext): Invoked {
  const actor = actorOf(context);
  const {
    id: correlationId,
    headers,
    method,
    url,
    body,
  } = context.switchToHttp().getRequest<FastifyRequest>();
  const { subject, state, role } = actor;
  const meta = {
    actor: subject,
    state,
    role,
    correlationId,
    causationId: correlationId,
    ...traceFrom(headers['traceparent']),
  };
  const ifMatch = headers['if-match'];
  const expected = ifMatch === undefined ? {} : { expected: versionOf(ifMatch) };
  const header = headers['idempotency-key'];
  if (header === undefined) return { actor, context: { meta, ...expected } };
  const key = idempotencyKeyOf(String(header));
  const messageId = messageIdOf(actor, method, pathOf(url), key);
  return { actor, context: { meta: { ...meta, fingerprint: fingerprintOf(body) }, ...expected, messageId } };
}

export const Invocation = createParamDecorator(invocationOf);

/** Whether a route takes an invocation. */
export function takesInvocation({ controller, method }: Pick<Route, 'controller' | 'method'>): boolean {
  const parameters: unknown = Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, method) ?? {};
  return Object.values(parameters as Record<string, { factory?: unknown }>).some(
    ({ factory }) => factory === invocationOf,
  );
}

/** The path of a request's address, without its query. */
export function pathOf(url: string): string {
  const query = url.indexOf('?');
  return query < 0 ? url : url.slice(0, query);
}

/** `*` and weak tags name no version to decide on. */
function versionOf(ifMatch: string): number {
  const version = versionTagged(ifMatch);
  if (version !== undefined) return version;
  throw new Rejection(
    'invalid',
    'if-match-malformed',
    'If-Match takes the version that you have seen, in quotes as ETag gave it: If-Match: "3".',
  );
}
