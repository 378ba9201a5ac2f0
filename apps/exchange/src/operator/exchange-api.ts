import { type Environment, InvalidSetting, setting, withSecrets } from '@vestigo/service';
import type { Config } from '../config';

/** Where to ask and as whom, as far as it was said with the command. */
export interface Asking {
  readonly url?: string;
  readonly token?: string;
}

/** The exchange did not do what it was asked; the message says why, and what to do. */
export class AskedInVain extends Error {}

/**
 * An exchange or a service of its own over HTTP, where every rule on access holds. Without `url` and `token`, `VESTIGO_URL` (or the
 * address at which an exchange of these surroundings listens) and `VESTIGO_TOKEN` or `VESTIGO_TOKEN_FILE` say where and as whom.
 */
export class ExchangeApi {
  readonly #url: string;
  readonly #token: string;

  /** Throws `InvalidSetting`. */
  constructor(asking: Asking, { host, port }: Config, surroundings: Environment) {
    const env = withSecrets(surroundings, ['VESTIGO_TOKEN']);
    this.#url = addressIn(setting(asking.url ?? env['VESTIGO_URL'], `http://${host}:${String(port)}`));
    this.#token = setting(asking.token ?? env['VESTIGO_TOKEN'], '');
    if (!/^[\x21-\x7e]+$/.test(this.#token)) {
      throw new InvalidSetting(
        'A sign-in token is needed: give it with --token, or in VESTIGO_TOKEN or the file that VESTIGO_TOKEN_FILE names (npm run token prints one).',
      );
    }
  }

  get(path: string): Promise<unknown> {
    return this.#ask('GET', path);
  }

  post(path: string, body: object): Promise<unknown> {
    return this.#ask('POST', path, body);
  }

  put(path: string, body: object): Promise<unknown> {
    return this.#ask('PUT', path, body);
  }

  /** Hands in a file; a repeat under the same key has its effect once. */
  send(path: string, body: Blob, key?: string): Promise<unknown> {
    return this.#ask('POST', path, body, key === undefined ? {} : { 'idempotency-key': key });
  }

  /** The bytes of an answer as they come. Throws `AskedInVain`. */
  async download(path: string): Promise<ReadableStream<Uint8Array>> {
    const response = await this.#fetch('GET', path);
    if (response.ok && response.body) return response.body;
    throw this.#inVain(response, parsed(await response.text()));
  }

  /** Resolves with the JSON of the answer. Throws `AskedInVain`. */
  async #ask(method: string, path: string, body?: object, more: Sent = {}): Promise<unknown> {
    const response = await this.#fetch(method, path, body, more);
    const answer = parsed(await response.text());
    if (response.ok && answer !== undefined) return answer;
    throw this.#inVain(response, answer);
  }

  #fetch(method: string, path: string, body?: object, more: Sent = {}): Promise<Response> {
    const headers = { authorization: `Bearer ${this.#token}`, accept: 'application/json, text/csv', ...more };
    const sent = body instanceof Blob ? body : JSON.stringify(body);
    const type = body instanceof Blob ? body.type : 'application/json';
    return fetch(`${this.#url}${path}`, {
      method,
      headers: body ? { ...headers, 'content-type': type } : headers,
      ...(body && { body: sent }),
    }).catch((cause: unknown) => {
      throw new AskedInVain(
        `${this.#url} does not answer. Start the exchange, or say where it is with --url or VESTIGO_URL.`,
        { cause },
      );
    });
  }

  #inVain({ status }: Response, answer: unknown): AskedInVain {
    return new AskedInVain(
      reasonIn(answer) ?? `${this.#url} answers ${String(status)} and no exchange does so.`,
    );
  }
}

type Sent = Readonly<Record<string, string>>;

function addressIn(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return url.href.replace(/\/$/, '');
  throw new InvalidSetting(
    `${JSON.stringify(text)} is no address of an exchange, such as http://127.0.0.1:3000.`,
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The detail of a problem (RFC 9457), and a line for each fault. */
function reasonIn(problem: unknown): string | undefined {
  if (typeof problem !== 'object' || problem === null || !('detail' in problem)) return undefined;
  const faults = 'errors' in problem && Array.isArray(problem.errors) ? problem.errors : [];
  return [String(problem.detail), ...faults.map(faultLine)].join('\n');
}

function faultLine(fault: unknown): string {
  if (typeof fault !== 'object' || fault === null || !('pointer' in fault) || !('detail' in fault)) return '';
  return `  ${String(fault.pointer)} ${String(fault.detail)}`;
}
