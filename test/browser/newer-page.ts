import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** Where the files of the newer page lie; those of the one before are gone, as after an upgrade. */
const newerFiles = '/assets/newer/';

/** Stands before an exchange, which is upgraded when the test says so: the same page, built anew under other names. */
export class UpgradedExchange {
  readonly #server: Server;
  #isNewer = false;

  private constructor(private readonly target: URL) {
    this.#server = createServer((asked, answer) => {
      this.#pass(asked, answer);
    });
  }

  static async before(address: string): Promise<UpgradedExchange> {
    const exchange = new UpgradedExchange(new URL(address));
    await new Promise<void>((resolve) => exchange.#server.listen(0, '127.0.0.1', resolve));
    return exchange;
  }

  get address(): string {
    return `http://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}`;
  }

  upgrade(): void {
    this.#isNewer = true;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #pass(asked: IncomingMessage, answer: ServerResponse): void {
    const { url = '/', method, headers } = asked;
    if (this.#isNewer && url.startsWith('/assets/') && !url.startsWith(newerFiles)) {
      answer.writeHead(404).end();
      return;
    }
    const path = this.#isNewer ? url.replace(newerFiles, '/assets/') : url;
    // Whole and plain, so that it can be made anew.
    const { 'accept-encoding': _, 'if-none-match': __, ...plain } = headers;
    const onward = request(
      { host: this.target.hostname, port: this.target.port, path, method, headers: plain },
      (given) => void this.#give(given, answer, path),
    );
    onward.on('error', () => answer.destroy());
    answer.on('close', () => onward.destroy());
    asked.pipe(onward);
  }

  async #give(given: IncomingMessage, answer: ServerResponse, path: string): Promise<void> {
    const { statusCode = 502, headers } = given;
    const isOfPage = /^text\/(html|javascript)/.test(headers['content-type'] ?? '');
    if (!this.#isNewer || !isOfPage) {
      answer.writeHead(statusCode, headers);
      given.pipe(answer);
      return;
    }
    const { 'content-length': _, etag: __, ...others } = headers;
    const renamed = (await text(given)).replaceAll(/(?<=["/])assets\//g, newerFiles.slice(1));
    answer.writeHead(statusCode, others);
    answer.end(
      path === '/service-worker.js'
        ? renamed.replace(/"version":"/, '$&newer')
        : renamed.replace('<head>', '<head><meta name="built" content="newer" />'),
    );
  }
}
