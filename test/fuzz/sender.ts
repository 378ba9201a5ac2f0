import { Agent, type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Filling } from './filling';
import type { PlannedRequest } from './planned-request';
import type { Answered } from './verdict';

/** By what name earlier answers told it. */
const toldAs: Readonly<Record<string, string>> = {
  ...{ 'If-Match': 'etag', 'If-None-Match': 'etag' },
  ...{ cursor: 'next', request: 'id' },
};

/** Sends what was planned, and fills in what earlier answers told: ids, codes, cursors, versions. */
export class Sender {
  readonly #told = new Map<string, string[]>();
  readonly #agent: Agent;

  constructor(
    private readonly address: string,
    private readonly tokens: readonly string[],
    atOnce: number,
    /** What the document names: parameters of paths, and cursors. */
    private readonly names: ReadonlySet<string>,
  ) {
    this.#agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  }

  async send(planned: PlannedRequest): Promise<Answered> {
    const { operation, body } = planned;
    const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) =>
      this.#filled(name, planned.places[name], 'encoded'),
    );
    const query = planned.query.map(([name, filling]) => {
      const value = this.#filled(toldAs[name] ?? name, filling, 'plain');
      return `${encodeURIComponent(name)}=${encodeURIComponent(value)}`;
    });
    const sent = request(this.address, {
      agent: this.#agent,
      method: operation.method,
      path: query.length > 0 ? `${path}?${query.join('&')}` : path,
      headers: this.#headersOf(planned),
    });
    const answer = new Promise<IncomingMessage>((resolve, reject) => {
      sent.once('response', resolve).once('error', reject);
    });
    sent.end(body);
    const response = await answer;
    const { statusCode: status = 0, headers } = response;
    const answered = { status, headers, text: await text(response), path };
    this.#remember(answered);
    return answered;
  }

  close(): void {
    this.#agent.destroy();
  }

  #headersOf({ headers, token, contentType, body }: PlannedRequest): Record<string, string> {
    const bearer = typeof token === 'number' ? `Bearer ${this.tokens[token] ?? ''}` : token;
    const filled = Object.entries(headers).map(([name, filling]): readonly [string, string] => [
      name,
      this.#filled(toldAs[name] ?? name, filling, 'plain'),
    ]);
    return {
      ...Object.fromEntries<string>(filled),
      ...(bearer !== undefined && { authorization: bearer }),
      ...(body !== undefined && { 'content-length': String(Buffer.byteLength(body)) }),
      ...(contentType !== undefined && { 'content-type': contentType }),
    };
  }

  #filled(name: string, filling: Filling | undefined, form: 'encoded' | 'plain'): string {
    if (filling && 'text' in filling) return filling.text;
    const told = this.#told.get(name) ?? [];
    const { known: number = 0, otherwise = '' } = filling ?? {};
    // Half of the time one of the newest, on which more can still be said.
    const among = number % 2 === 0 ? told.slice(-8) : told;
    const one = among[Math.floor(number / 2) % among.length] ?? otherwise;
    return form === 'encoded' ? encodeURIComponent(one) : one;
  }

  #remember({ headers, text: body, status }: Answered): void {
    if (status >= 300) return;
    if (typeof headers['etag'] === 'string') this.#learn('etag', headers['etag']);
    const [, kind, id] = /^\/v1\/(\w+)s\/([^/]+)$/.exec(String(headers['location'])) ?? [];
    if (kind !== undefined && id !== undefined && this.names.has(kind)) this.#learn(kind, id);
    for (const thing of thingsIn(body)) {
      for (const [name, value] of Object.entries(thing)) {
        if (this.names.has(name) && ['string', 'number'].includes(typeof value))
          this.#learn(name, String(value));
      }
    }
  }

  /** Old ones go: a matter that is closed answers everything alike. */
  #learn(name: string, value: string): void {
    const told = this.#told.get(name) ?? [];
    if (told.includes(value)) return;
    this.#told.set(name, [...told, value].slice(-60));
  }
}

/** What an answer is about: itself, and of a list what stands on top. */
function thingsIn(body: string): readonly object[] {
  if (!body.startsWith('{')) return [];
  const { items = [], ...itself } = JSON.parse(body) as { readonly items?: readonly object[] };
  return [itself, ...items.slice(0, 2)];
}
