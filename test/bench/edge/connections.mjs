import { connect } from 'node:net';
import { performance } from 'node:perf_hooks';

/** Requests that find all of so many connections taken wait for the next one. */
const most = 256;

/**
 * Posts over as many connections as are needed at once, each for one request at a time. Bytes are written and read here, with half the work
 * that `node:http` has: on two cores the sender must not take the time of what it measures.
 */
export class Connections {
  #open = [];
  #free = [];
  #waiting = [];

  constructor({ url, headers }) {
    const { hostname, port, pathname } = new URL(url);
    this.url = url;
    this.address = { host: hostname, port: Number(port) };
    const lines = Object.entries({ host: `${hostname}:${port}`, ...headers }).map(
      ([name, value]) => `${name}: ${value}\r\n`,
    );
    this.head = `POST ${pathname} HTTP/1.1\r\n${lines.join('')}`;
  }

  /** Resolves with the milliseconds until the answer is there; rejects when it is not 201. */
  post(body) {
    const text = `${this.head}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
    return new Promise((resolve, reject) => {
      const one = { text, sent: performance.now(), resolve, reject };
      const free = this.#free.pop() ?? (this.#open.length < most ? this.#connect() : undefined);
      if (free) free(one);
      else this.#waiting.push(one);
    });
  }

  close() {
    for (const socket of this.#open) socket.destroy();
  }

  /** A function that sends over a connection of its own. */
  #connect() {
    const socket = connect({ ...this.address, noDelay: true }).setEncoding('latin1');
    this.#open.push(socket);
    let asked;
    let got = '';
    const send = (one) => {
      asked = one;
      got = '';
      socket.write(one.text);
    };
    const fail = (what) => asked?.reject(new Error(`${this.url}: ${what}`));
    socket.on('error', ({ message }) => fail(message)).on('close', () => fail('closed before the answer'));
    socket.on('data', (text) => {
      got += text;
      if (!isWhole(got)) return;
      if (got.startsWith('HTTP/1.1 201 ')) asked.resolve(performance.now() - asked.sent);
      else fail(`answered ${got.slice(0, got.indexOf('\r\n'))}`);
      const next = this.#waiting.shift();
      if (next) send(next);
      else this.#free.push(send);
    });
    return send;
  }
}

/** Both servers tell how long an answer is. */
function isWhole(answer) {
  const end = answer.indexOf('\r\n\r\n');
  if (end < 0) return false;
  const length = /\r\ncontent-length: (\d+)/i.exec(answer.slice(0, end));
  if (!length) throw new Error(`an answer without a length: ${answer.slice(0, end)}`);
  return answer.length >= end + 4 + Number(length[1]);
}
