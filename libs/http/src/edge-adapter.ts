import { randomUUID } from 'node:crypto';
import { type IncomingMessage, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { bindLightly } from './light-binding';
import { ofStatus, PROBLEM_TYPE } from './problem';
import { askedOf, reply } from './problem.filter';
import { beginYoung } from './young-objects';

export const BODY_LIMIT = 1024 * 1024;

/** The HTTP server: it trusts no proxy header, and lets go of idle connections when it is told to stop. */
export function createEdgeAdapter(): FastifyAdapter {
  beginYoung();
  bindLightly();
  return new FastifyAdapter({
    logger: false,
    trustProxy: false,
    bodyLimit: BODY_LIMIT,
    genReqId: ({ headers }: Pick<IncomingMessage, 'headers'>) => correlationOf(headers['x-correlation-id']),
    requestTimeout: 30_000,
    forceCloseConnections: 'idle',
    frameworkErrors: (
      error: { readonly statusCode?: number; readonly message: string },
      request: unknown,
      to: unknown,
    ) => {
      const asked = askedOf(request as FastifyRequest);
      reply(to as FastifyReply, ofStatus(error.statusCode ?? 400, error.message, asked));
    },
    clientErrorHandler: refuseConnection,
  });
}

/** The id of a request is that of the conversation that it begins or continues. */
function correlationOf(header: string | string[] | undefined): string {
  return typeof header === 'string' && /^[\w.-]{1,64}$/.test(header) ? header : randomUUID();
}

/** Bytes that never became a request: answered on the bare socket. */
export function refuseConnection(error: { readonly code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const asked = { method: '', path: '', conditional: false };
  const status = statusOfCode[error.code ?? ''] ?? 400;
  const { instance: _, ...problem } = ofStatus(
    status,
    'What was sent is not an HTTP request.',
    asked,
  ).problem;
  const body = JSON.stringify(problem);
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
    `Content-Type: ${PROBLEM_TYPE}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}

const statusOfCode: Readonly<Record<string, number>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 408,
  HPE_HEADER_OVERFLOW: 431,
};
