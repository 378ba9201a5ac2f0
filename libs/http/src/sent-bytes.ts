import {
  createParamDecorator,
  type CustomDecorator,
  type ExecutionContext,
  UnsupportedMediaTypeException,
} from '@nestjs/common';
import { type NestFastifyApplication, RouteConfig } from '@nestjs/platform-fastify';
import { FASTIFY_ROUTE_CONFIG_METADATA } from '@nestjs/platform-fastify/constants';
import type { FastifyRequest } from 'fastify';
import { type Route, routesOf } from '@vestigo/identity';

/** Bytes that a route takes as they are, instead of JSON. */
export interface Bytes {
  readonly types: readonly string[];
  /** Most of them in one body. */
  readonly limit: number;
}

interface Config {
  readonly takesBytes?: Bytes;
}

/** The route takes a body of these media types, unread, and no JSON. */
export const TakesBytes = (takesBytes: Bytes): CustomDecorator =>
  RouteConfig({ takesBytes } satisfies Config);

/** The bytes of the body. */
export const SentBytes = createParamDecorator((_: unknown, context: ExecutionContext): Buffer => {
  const { body } = context.switchToHttp().getRequest<FastifyRequest>();
  // A request without a body has no media type either.
  if (!Buffer.isBuffer(body)) throw new UnsupportedMediaTypeException();
  return body;
});

/** What the route of a request takes as bytes. */
export function bytesTakenBy({ routeOptions }: FastifyRequest): Bytes | undefined {
  return (routeOptions.config as Config | undefined)?.takesBytes;
}

/** Reads bodies of every media type that some route takes as bytes, for that route alone. */
export function readBytes(app: NestFastifyApplication): void {
  const declared = routesOf(app).flatMap(({ handler }) => declaredBy(handler) ?? []);
  const types = new Set(declared.flatMap((bytes) => bytes.types));
  for (const type of types) {
    const bodyLimit = Math.max(...declared.map(({ limit }) => limit));
    app.useBodyParser(type, { bodyLimit }, (request, body: Buffer, done) => {
      const taken = bytesTakenBy(request as FastifyRequest);
      if (taken?.types.includes(type)) done(null, body);
      else done(new UnsupportedMediaTypeException());
    });
  }
}

function declaredBy(handler: Route['handler']): Bytes | undefined {
  return (Reflect.getMetadata(FASTIFY_ROUTE_CONFIG_METADATA, handler) as Config | undefined)?.takesBytes;
}
