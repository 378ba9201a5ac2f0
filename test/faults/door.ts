import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** Between a service and a server: a TCP proxy on loopback that can fail as networks do. */
export class Door {
  readonly #server: Server;
  readonly #pairs = new Set<readonly [Socket, Socket]>();
  #target = 0;
  #state: 'open' | 'cut' | 'stalled' = 'open';
  /** Milliseconds that each piece takes longer. */
  #delay = 0;

  private constructor(server: Server) {
    this.#server = server.on('connection', (client) => {
      this.#through(client);
    });
  }

  static async open(target = 0): Promise<Door> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const door = new Door(server);
    door.#target = target;
    return door;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  leadTo(target: number): void {
    this.#target = target;
  }

  /** Connections break, and new ones are refused. */
  cut(): void {
    this.#state = 'cut';
    this.#breakAll();
  }

  /** Connections stay, and nothing passes: a cable pulled out. */
  stall(): void {
    this.#state = 'stalled';
    for (const pair of this.#pairs) for (const socket of pair) socket.pause();
  }

  slow(delay: number): void {
    this.#delay = delay;
  }

  /** As it was in the beginning; what was held back passes now. */
  heal(): void {
    this.#state = 'open';
    this.#delay = 0;
    for (const pair of this.#pairs) for (const socket of pair) socket.resume();
  }

  async close(): Promise<void> {
    const closed = once(this.#server.close(), 'close');
    this.#breakAll();
    await closed;
  }

  #through(client: Socket): void {
    if (this.#state === 'cut') {
      client.resetAndDestroy();
      return;
    }
    const server = connect(this.#target, '127.0.0.1');
    const pair = [client, server] as const;
    this.#pairs.add(pair);
    this.#pass(client, server);
    this.#pass(server, client);
    for (const socket of pair) {
      socket.setNoDelay(true);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        this.#pairs.delete(pair);
        for (const end of pair) end.destroy();
      });
    }
    if (this.#state === 'stalled') for (const socket of pair) socket.pause();
  }

  #pass(from: Socket, to: Socket): void {
    let queue = Promise.resolve();
    let waiting = 0;
    from.on('data', (piece: Buffer) => {
      if (this.#delay === 0 && waiting === 0) {
        to.write(piece);
        return;
      }
      waiting += 1;
      from.pause();
      queue = queue
        .then(() => sleep(this.#delay))
        .then(() => {
          waiting -= 1;
          to.write(piece);
          if (waiting === 0 && this.#state !== 'stalled') from.resume();
        });
    });
  }

  #breakAll(): void {
    for (const [client, server] of this.#pairs) {
      client.resetAndDestroy();
      server.resetAndDestroy();
    }
    this.#pairs.clear();
  }
}
