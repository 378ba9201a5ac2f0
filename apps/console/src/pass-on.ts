import { type IncomingMessage, request as ask } from 'node:http';
import { request as askSecurely } from 'node:https';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Upstream, Upstreams } from './config';

/** Which service answers at an address; where two may, the next is asked when the one before knows nothing. */
const answering: Readonly<Partial<Record<string, readonly [Upstream, ...Upstream[]]>>> = {
  // Each says the same: all believe the same tokens.
  actor: ['requesting'],
  requests: ['requesting'],
  imports: ['requesting'],
  traces: ['requesting'],
  directory: ['requesting'],
  // Each desk keeps its own: those that it sent in, and those that it was sent.
  photographs: ['requesting', 'responding'],
  cases: ['responding'],
  participants: ['oversight'],
  oversight: ['oversight'],
};

/** Hands everything beneath `/v1` to the service that answers there, as it comes and goes: nothing is read on the way. */
export function passOn(fastify: FastifyInstance, upstreams: Upstreams): void {
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('*', (_, payload, done) => {
    done(null, payload);
  });
  fastify.all('/v1/*', async (request, reply) => {
    const names = answering[/^\/v1\/([^/?]+)/.exec(request.url)?.[1] ?? ''];
    if (!names) {
      reply.callNotFound();
      return reply;
    }
    const [first, second] = names;
    const answer = await askedFor(request, upstreams[first]);
    const isElsewhere = second && request.method === 'GET' && answer.statusCode === 404;
    if (!isElsewhere) return hand(answer, reply);
    answer.resume();
    return hand(await askedFor(request, upstreams[second]), reply);
  });
}

/** Asks a service what it was asked here. `instead`: headers that go along as they stand there; those that are undefined do not. */
export function askedFor(
  { raw, url, method }: FastifyRequest,
  upstream: URL,
  instead: Readonly<Record<string, string | undefined>> = {},
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const send = upstream.protocol === 'https:' ? askSecurely : ask;
    const headers = { ...forwarded({ ...raw.headers, ...instead }), host: upstream.host };
    const question = send(new URL(url, upstream), { method, headers });
    question.once('response', resolve).once('error', reject);
    raw.once('close', () => {
      if (!raw.complete) question.destroy();
    });
    if (method === 'GET' || method === 'HEAD') question.end();
    else raw.pipe(question);
  });
}

export function hand(answer: IncomingMessage, reply: FastifyReply): FastifyReply {
  reply.raw.once('close', () => {
    answer.destroy();
  });
  return reply
    .code(answer.statusCode ?? 502)
    .headers(forwarded(answer.headers))
    .send(answer);
}

/** They speak of one connection, not of what is sent (RFC 9110, 7.6.1). */
const ofConnection = [
  'connection',
  'keep-alive',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'proxy-connection',
];

function forwarded(headers: IncomingMessage['headers']): Record<string, string | string[]> {
  const named = (headers.connection ?? '').split(',').map((name) => name.trim().toLowerCase());
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined || ofConnection.includes(name) || named.includes(name) ? [] : [[name, value]],
    ),
  );
}
