import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Coding, PageFile, PageFiles } from './page-files';
import type { PageSettings } from './page-settings';

/** A page and what it is told. */
export interface Page {
  readonly files: PageFiles;
  readonly settings: PageSettings;
}

/** Stands in index.html where each answer has a nonce of its own. */
const placeholder = '__STYLE_NONCE__';

/** What is no screen of the page: there an unknown address is a problem, not the page. */
const ofService = /^\/(v1|docs|health|metrics|assets)(\/|$)|^\/openapi\.json$/;

/**
 * Answers at every address that the service itself does not know: with a file of the page, or with the page, which then shows the
 * screen of that address. To be called before the routes of the service are added: those of them that list what is known.
 */
export function servePage(fastify: FastifyInstance, { files, settings }: Page): void {
  const policyOf = policyFor(settings);
  const told = Buffer.from(JSON.stringify(settings));
  const sendIndex = (reply: FastifyReply) => {
    const nonce = randomBytes(16).toString('base64url');
    return reply
      .headers({ ...usual, 'cache-control': 'no-cache', 'content-security-policy': policyOf(nonce) })
      .type('text/html; charset=utf-8')
      .send(files.index.replaceAll(placeholder, nonce));
  };
  fastify.get('/settings.json', (_, reply) =>
    reply
      .headers({ ...usual, 'cache-control': 'no-cache' })
      .type('application/json')
      .send(told),
  );
  fastify.get('/', (_, reply) => sendIndex(reply));
  fastify.get('/*', (request, reply) => {
    const address = request.url.replace(/[?#].*$/s, '');
    const file = files.byAddress.get(address);
    if (file) return sendFile(address, file, request, reply);
    if (!ofService.test(address) && asksForPage(request)) return sendIndex(reply);
    reply.callNotFound();
    return reply;
  });
}

function sendFile(
  address: string,
  { etag, immutable, mediaType, bytes }: PageFile,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  void reply.headers({
    ...usual,
    'cache-control': immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
    'content-security-policy': ofFiles(address),
    vary: 'accept-encoding',
    etag,
  });
  if (request.headers['if-none-match'] === etag) return reply.code(304).send();
  const coding = codingFor(request.headers['accept-encoding'] ?? '', bytes);
  if (coding !== 'identity') void reply.header('content-encoding', coding);
  return reply.type(mediaType).send(bytes[coding] ?? bytes.identity);
}

/** The smallest form that the reader takes (RFC 9110, 12.5.3). */
function codingFor(accepted: string, bytes: PageFile['bytes']): Coding {
  const refused = /;\s*q=0(\.0*)?$/;
  const taken = accepted
    .split(',')
    .map((one) => one.trim().toLowerCase())
    .filter((one) => !refused.test(one))
    .map((one) => one.replace(/;.*$/s, ''));
  return (['br', 'gzip'] as const).find((coding) => bytes[coding] && taken.includes(coding)) ?? 'identity';
}

const asksForPage = ({ headers }: FastifyRequest) => (headers.accept ?? '').includes('text/html');

/** A service worker goes by the policy that it came with, and asks for what it keeps. */
const ofFiles = (address: string) =>
  `default-src 'none'; ${address === '/service-worker.js' ? "connect-src 'self'; " : ''}frame-ancestors 'none'`;

const usual = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
};

/**
 * Scripts, styles and data come from here alone, none of them inline; style elements that the page itself makes bear the nonce. The
 * identity provider is asked for its addresses and for tokens.
 */
function policyFor({ signIn }: PageSettings): (nonce: string) => string {
  const provider = signIn.kind === 'provider' ? ` ${new URL(signIn.issuer).origin}` : '';
  return (nonce) =>
    [
      "default-src 'none'",
      "script-src 'self'",
      `style-src 'self' 'nonce-${nonce}'`,
      "img-src 'self' blob: data:",
      "font-src 'self'",
      `connect-src 'self'${provider}`,
      "manifest-src 'self'",
      "worker-src 'self'",
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
    ].join('; ');
}
