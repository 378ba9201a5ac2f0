import { isUtf8 } from 'node:buffer';
import { UnsupportedMediaTypeException } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { BODY_LIMIT } from './edge-adapter';
import { MalformedBody } from './problem';
import { bytesTakenBy } from './sent-bytes';

/** Deepest that lists and objects may stand in each other; no body of this API needs more than five. */
export const NESTING_LIMIT = 32;

/**
 * JSON is the only body that is read: not forms, not plain text. Keys that would reach a prototype are refused, and so is what is
 * nested too deep.
 */
export function readOnlyJson(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance();
  const parse = fastify.getDefaultJsonParser('error', 'error');
  fastify.removeAllContentTypeParsers();
  app.useBodyParser('application/json', { bodyLimit: BODY_LIMIT }, (request, body: Buffer, done) => {
    if (bytesTakenBy(request as FastifyRequest)) {
      done(new UnsupportedMediaTypeException());
      return;
    }
    if (!isUtf8(body)) {
      done(new MalformedBody('The body is not UTF-8.'));
      return;
    }
    void parse(request as FastifyRequest, body.toString(), (error, value) => {
      if (error) done(new MalformedBody('The body is not a JSON text.', { cause: error }));
      else if (isDeeperThan(NESTING_LIMIT, value)) {
        done(new MalformedBody(`The body is nested more than ${NESTING_LIMIT} deep.`));
      } else done(null, value);
    });
  });
}

/** Level by level and not by recursion: a body within its limit of bytes can be nested half a million deep. */
function isDeeperThan(limit: number, value: unknown): boolean {
  let level = [value].filter(isComposite);
  for (let depth = 0; depth < limit && level.length > 0; depth += 1) {
    level = level.flatMap((one): readonly unknown[] => Object.values(one)).filter(isComposite);
  }
  return level.length > 0;
}

const isComposite = (value: unknown): value is object => typeof value === 'object' && value !== null;
