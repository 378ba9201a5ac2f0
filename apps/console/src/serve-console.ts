import { fastify, type FastifyInstance } from 'fastify';
import { type PageFiles, servePage } from '@vestigo/page';
import type { Config } from './config';
import { passOnLive } from './live';
import { passOn } from './pass-on';

/** The page in front of services that run by themselves. */
export function consoleOn({ upstreams, settings }: Config, files: PageFiles): FastifyInstance {
  const server = fastify({ logger: false, trustProxy: false, forceCloseConnections: 'idle' });
  server.get('/health/live', () => ({ status: 'live' }));
  server.get('/health/ready', () => ({ status: 'ready' }));
  passOnLive(server, upstreams);
  passOn(server, upstreams);
  servePage(server, { files, settings });
  server.setErrorHandler((_, request, reply) => {
    reply.code(503).header('retry-after', '1').type('application/problem+json');
    return reply.send(problem(503, 'unavailable', 'A part of the exchange does not answer', request.url));
  });
  server.setNotFoundHandler((request, reply) => {
    void reply.code(404).type('application/problem+json');
    return reply.send(problem(404, 'unknown-route', 'There is nothing at this address', request.url));
  });
  return server;
}

/** As bytes: to text Fastify would add a charset, which the type does not have (RFC 9457, 6.1). */
const problem = (status: number, code: string, title: string, url: string) =>
  Buffer.from(
    JSON.stringify({
      ...{ type: `urn:vestigo:problem:${code}`, title, status, code },
      ...{ detail: `${title}.`, instance: url.replace(/\?.*$/s, '') },
    }),
  );
