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

/** Turns every error into problem details; what nobody foresaw is recorded here and kept from the caller. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger(ProblemFilter.name);

  constructor(private readonly addresses: AddressBook) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const asked = askedOf(http.getRequest<FastifyRequest>());
    reply(http.getResponse<FastifyReply>(), this.refusalOf(error, asked));
  }

  private refusalOf(error: unknown, asked: Asked): Refusal {
    const foreseen = refusalOf(error, asked);
    if (!foreseen) {
      this.logger.error(
        `${asked.method} ${asked.path} failed`,
        error instanceof Error ? error.stack : String(error),
      );
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

/** Sent as bytes: to text Fastify would add a charset, which the type does not have (RFC 9457, 6.1). */
export function reply(to: FastifyReply, { problem, headers }: Refusal): void {
  if (to.sent) return;
  void to
    .code(problem.status)
    .headers(headers)
    .type(PROBLEM_TYPE)
    .send(Buffer.from(JSON.stringify(problem)));
}
