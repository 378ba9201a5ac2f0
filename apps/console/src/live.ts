import type { IncomingMessage } from 'node:http';
import { PassThrough } from 'node:stream';
import { json } from 'node:stream/consumers';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Upstreams } from './config';
import { askedFor, hand } from './pass-on';

/** The services that have something to tell, in the order in which their places stand in one. */
const tellers = ['requesting', 'responding', 'oversight'] as const;

/**
 * What changed at all services, as one stream: a browser keeps few connections to one address. A place is that of each service, with dots
 * between; a service that does not serve the reader's State leaves its own empty. Ends when one of them ends: the page comes back with
 * its place.
 */
export function passOnLive(fastify: FastifyInstance, upstreams: Upstreams): void {
  const open = new Set<PassThrough>();
  fastify.addHook('preClose', (done) => {
    for (const stream of open) stream.end();
    done();
  });
  fastify.get('/v1/live', async (request, reply) => {
    const place = String(request.headers['last-event-id'] ?? '');
    const places = tellers.map((_, index) => place.split('.')[index] ?? '');
    const asked = await Promise.allSettled(
      tellers.map((name, index) =>
        askedFor(
          request,
          upstreams[name],
          place === '' ? {} : { 'last-event-id': places[index] || unknownPlace },
        ),
      ),
    );
    const answers = asked.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    const failed = asked.find((one) => one.status === 'rejected');
    const refused = answers.find(({ statusCode }) => statusCode !== 200 && statusCode !== 403);
    const telling = answers.filter(({ statusCode }) => statusCode === 200);
    const answer = refused ?? (telling.length === 0 ? answers[0] : undefined);
    for (const one of answers)
      if (failed || (answer ? one !== answer : !telling.includes(one))) one.destroy();
    if (failed) throw failed.reason;
    if (answer) return hand(answer, reply);
    const inOrder = answers.map((one) => (telling.includes(one) ? one : undefined));
    return isStream(request) ? streamed(inOrder, places, reply, open) : once(inOrder, reply);
  });
}

/** The reader was there, and this service had said nothing yet: it then says that nothing is known of what came since. */
const unknownPlace = 'unknown';

const isStream = ({ headers }: FastifyRequest) => /\btext\/event-stream\b/i.test(headers.accept ?? '');

/** Each service tells of kinds of its own, and says nothing of the others. */
async function once(answers: readonly (IncomingMessage | undefined)[], reply: FastifyReply) {
  const told = await Promise.all(answers.map(async (one): Promise<unknown> => one && json(one)));
  const said = (name: string) => told.map((one) => valueAt(one, name));
  const ids = (kind: string) => said(kind).flatMap((some): unknown => (Array.isArray(some) ? some : []));
  return reply.header('cache-control', 'no-store').send({
    at: said('at')
      .map((place) => (typeof place === 'string' ? place : ''))
      .join('.'),
    again: said('again').includes(true),
    ...Object.fromEntries(['requests', 'cases', 'oversight', 'imports'].map((kind) => [kind, ids(kind)])),
  });
}

const valueAt = (one: unknown, name: string): unknown =>
  typeof one === 'object' && one !== null ? Reflect.get(one, name) : undefined;

function streamed(
  answers: readonly (IncomingMessage | undefined)[],
  from: readonly string[],
  reply: FastifyReply,
  open: Set<PassThrough>,
) {
  const out = new PassThrough();
  const places = answers.map((one, index) => (one ? (from[index] ?? '') : ''));
  open.add(out);
  // With the first byte the headers go out.
  out.write(': here\n\n');
  const leave = () => {
    open.delete(out);
    for (const one of answers) one?.destroy();
    out.end();
  };
  reply.raw.once('close', leave);
  for (const [index, answer] of answers.entries()) {
    if (!answer) continue;
    const write = (event: string) => {
      out.write(
        event.replace(/^id: (\d+)$/m, (_, place: string) => {
          places[index] = place;
          return `id: ${places.join('.')}`;
        }),
      );
    };
    let text = '';
    answer.setEncoding('utf8').on('data', (piece: string) => {
      const events = (text + piece).split(/(?<=\n\n)/);
      text = events.at(-1)?.endsWith('\n\n') ? '' : (events.pop() ?? '');
      events.forEach(write);
    });
    answer.once('close', leave);
    answer.once('error', leave);
  }
  return reply
    .headers({ 'cache-control': 'no-store', 'x-accel-buffering': 'no', 'x-content-type-options': 'nosniff' })
    .type('text/event-stream; charset=utf-8')
    .send(out);
}
