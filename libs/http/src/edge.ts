import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { assertEveryRouteIsGuarded, AuthenticationGuard, type TokenVerifier } from '@vestigo/identity';
import { AddressBook } from './address-book';
import { compress } from './compressed.hook';
import { readOnlyJson } from './json-body';
import { ProblemFilter } from './problem.filter';
import { readBytes } from './sent-bytes';
import { leaveStreams } from './sent-stream';
import { compileIntakes, ValidationPipe } from './validation.pipe';
import { tagContent, tagVersion } from './versioned.hook';

export interface EdgeOptions {
  readonly issuer: TokenVerifier;
  /** The States whose desks are served; all when absent. */
  readonly states?: readonly string[];
  /** Told of each request that is refused, with the code of its problem. */
  readonly refused?: (request: FastifyRequest, code: string) => void;
}

/**
 * Makes an application answer as every service does: who acts is proved, what is sent is checked, what fails is said in
 * problem details. To be called after `NestFactory.create(…, createEdgeAdapter())` and before `init` or `listen`. Throws when a
 * route declares no access or takes a part of the request unchecked.
 */
export function prepareEdge(app: NestFastifyApplication, { issuer, states, refused }: EdgeOptions): void {
  assertEveryRouteIsGuarded(app);
  compileIntakes(app);
  const addresses = new AddressBook();
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onRoute', ({ url, method }) => {
    addresses.add(url, method);
  });
  fastify.addHook('onRequest', addSecurityHeaders);
  fastify.addHook('preSerialization', tagVersion);
  fastify.addHook('onSend', tagContent);
  fastify.addHook('onSend', compress);
  leaveStreams(app);
  readOnlyJson(app);
  readBytes(app);
  app.useGlobalGuards(new AuthenticationGuard(issuer, states && new Set(states)));
  app.useGlobalPipes(new ValidationPipe());
  app.useGlobalFilters(new ProblemFilter(addresses, refused));
}

/** Answers hold protected content: no cache keeps them and no browser reads them as anything but data. */
const ofAnswers = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
};

/** The documentation is a page with its own scripts; Swagger UI styles itself inline. */
const ofDocs = {
  ...ofAnswers,
  'cache-control': 'no-cache',
  'content-security-policy':
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'",
};

function addSecurityHeaders({ url }: FastifyRequest, reply: FastifyReply, done: () => void): void {
  void reply.headers(url.startsWith('/docs') ? ofDocs : ofAnswers);
  done();
}
