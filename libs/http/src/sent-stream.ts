import type { IncomingMessage } from 'node:http';
import {
  createParamDecorator,
  type CustomDecorator,
  type ExecutionContext,
  UnsupportedMediaTypeException,
} from '@nestjs/common';
import { type NestFastifyApplication, RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';

interface Config {
  readonly takesStream?: readonly string[];
}

/** The route takes a body of these media types as it comes in, unread and of any size: its handler sets the limit. */
export const TakesStream = (...takesStream: readonly string[]): CustomDecorator =>
  RouteConfig({ takesStream } satisfies Config);

/** A body that nobody has read yet. */
export interface Stream {
  readonly mediaType: string;
  /** As the headers tell; absent when they do not. */
  readonly length?: number;
  readonly bytes: AsyncIterable<Buffer> & Pick<IncomingMessage, 'errored'>;
}

export const SentStream = createParamDecorator((_: unknown, context: ExecutionContext): Stream => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  const { 'content-type': type = '', 'content-length': length } = request.raw.headers;
  const mediaType = type.split(';')[0]?.trim().toLowerCase() ?? '';
  if (!takenBy(request)?.includes(mediaType)) throw new UnsupportedMediaTypeException();
  return { mediaType, bytes: request.raw, ...(length !== undefined && { length: Number(length) }) };
});

/** Parsers see no body where a route takes the stream: it is read once its sender is known. */
export function leaveStreams(app: NestFastifyApplication): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (request: FastifyRequest, _reply, done) => {
      if (takenBy(request)) {
        request.headers = {
          'content-type': undefined,
          'content-length': undefined,
          'transfer-encoding': undefined,
        };
      }
      done();
    });
}

function takenBy({ routeOptions }: FastifyRequest): readonly string[] | undefined {
  return (routeOptions.config as Config | undefined)?.takesStream;
}
