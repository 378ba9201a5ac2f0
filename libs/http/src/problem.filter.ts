import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { pathOf } from './invocation';
import {
  type Asked,
  internalError,
  methodNotAllowed,
  PROBLEM_TYPE,
  type Refusal,
  refusalOf,
} from './problem';
import type { AddressBook } from './address-book';
import type { EdgeOptions } from './edge';

/** Turns every error into problem details; what nobody foresaw is recorded here and kept from the caller. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger(ProblemFilter.name);

  constructor(
    private readonly addresses: AddressBook,
    private readonly refused: EdgeOptions['refused'],
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const refusal = this.refusalOf(error, request);
    this.refused?.(request, refusal.problem.code);
    reply(http.getResponse<FastifyReply>(), refusal);
  }

  private refusalOf(error: unknown, request: FastifyRequest): Refusal {
    const asked = askedOf(request);
    const foreseen = refusalOf(error, asked);
    if (!foreseen) {
      const route = request.routeOptions.url ?? 'unknown';
      this.logger.error(`${asked.method} ${route} failed: ${nameOf(error)}`, framesOf(error));
      return internalError(asked);
    }
    if (foreseen.problem.code !== 'unknown-route') return foreseen;
    const known = this.addresses.methodsAt(asked.path);
    return known.length > 0 && !known.includes(asked.method) ? methodNotAllowed(asked, known) : foreseen;
  }
}

export function askedOf({ method, url, headers }: FastifyRequest): Asked {
  return { method, path: pathOf(url), conditional: headers['if-match'] !== undefined };
}

const nameOf = (error: unknown) => (error instanceof Error ? error.name : typeof error);

/** Where it happened, without the sentence of the error: it may quote what the request holds. */
function framesOf(error: unknown): string {
  const lines = error instanceof Error ? (error.stack ?? '').split('\n') : [];
  return lines.filter((line) => /^ {4}at .*:\d+:\d+\)?$/.test(line)).join('\n');
}

/** Sent as bytes: to text Fastify would add a charset, which the type does not have (RFC 9457, 6.1). */
export function reply(to: FastifyReply, { problem, headers }: Refusal): void {
  if (to.sent) return;
  void to
    .code(problem.status)
    .headers(headers)
    .type(PROBLEM_TYPE)
    .send(Buffer.from(JSON.stringify(problem)));
}
