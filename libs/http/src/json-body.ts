import { isUtf8 } from 'node:buffer';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { BODY_LIMIT } from './edge-adapter';
import { MalformedBody } from './problem';

/** JSON is the only body that is read: not forms, not plain text. Keys that would reach a prototype are refused. */
export function readOnlyJson(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance();
  const parse = fastify.getDefaultJsonParser('error', 'error');
  fastify.removeAllContentTypeParsers();
  app.useBodyParser('application/json', { bodyLimit: BODY_LIMIT }, (request, body: Buffer, done) => {
    if (!isUtf8(body)) {
      done(new MalformedBody('The body is not UTF-8.'));
      return;
    }
    void parse(request as FastifyRequest, body.toString(), (error, value) => {
      if (error) done(new MalformedBody('The body is not a JSON text.', { cause: error }));
      else done(null, value);
    });
  });
}
