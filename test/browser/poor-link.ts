import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

export interface LinkQuality {
  /** Each way, over all connections. */
  readonly kilobitsPerSecond: number;
  /** One way, in milliseconds. */
  readonly latencyMs: number;
  /** Share of segments that are lost. */
  readonly loss: number;
}

/** What a mobile link at the edge of its cell gives. */
export const POOR: LinkQuality = { kilobitsPerSecond: 300, latencyMs: 150, loss: 0.02 };

const segment = 1460;

/** Milliseconds until a lost segment is sent again, while all behind it on its connection waits (RFC 6298, 2.4, allows less than a second). */
const retransmissionMs = 400;

/** Milliseconds of the line that a sender may be ahead of it. */
const aheadMs = 500;

/** What stands between a browser and an exchange: it may be slow, cut, or lose every answer. */
export class PoorLink {
  readonly #target: URL;
  readonly #server: Server;
  readonly #open = new Set<Socket>();
  #state: 'whole' | 'cut' | 'deaf' = 'whole';
  #quality: LinkQuality | undefined;
  #seed = 1;

  private constructor(target: URL) {
    this.#target = target;
    this.#server = createServer((near) => {
      this.#join(near);
    });
  }

  static async to(address: string): Promise<PoorLink> {
    const link = new PoorLink(new URL(address));
    await new Promise<void>((resolve) => link.#server.listen(0, '127.0.0.1', resolve));
    return link;
  }

  get address(): string {
    return `http://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}`;
  }

  /** As quick as the machine when absent. */
  become(quality: LinkQuality | undefined): void {
    this.#quality = quality;
  }

  cut(): void {
    this.#state = 'cut';
    this.#dropAll();
  }

  /** What is sent arrives, and no answer comes back. */
  loseAnswers(): void {
    this.#state = 'deaf';
  }

  mend(): void {
    if (this.#state === 'deaf') this.#dropAll();
    this.#state = 'whole';
  }

  async close(): Promise<void> {
    this.#dropAll();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #dropAll(): void {
    for (const socket of this.#open) socket.destroy();
  }

  #join(near: Socket): void {
    if (this.#state === 'cut') {
      near.destroy();
      return;
    }
    const far = connect(Number(this.#target.port), this.#target.hostname);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      this.#open.add(one);
      one.setNoDelay(true);
      one.on('error', () => undefined);
      one.once('close', () => {
        this.#open.delete(one);
        other.destroy();
      });
    }
    void this.#carry(near, far, this.#up, () => true);
    void this.#carry(far, near, this.#down, () => this.#state !== 'deaf');
  }

  readonly #up = { freeAt: 0 };
  readonly #down = { freeAt: 0 };

  async #carry(from: Socket, to: Socket, way: { freeAt: number }, passes: () => boolean): Promise<void> {
    let heldUntil = 0;
    // One after the other: nothing overtakes what was sent before it.
    let arriving = Promise.resolve();
    try {
      for await (const chunk of from as AsyncIterable<Buffer>) {
        for (let at = 0; at < chunk.length; at += segment) {
          const piece = chunk.subarray(at, at + segment);
          heldUntil = Math.max(heldUntil, this.#arrivalOf(piece.length, way));
          const due = heldUntil;
          arriving = arriving
            .then(() => sleep(Math.max(0, due - performance.now())))
            .then(() => {
              if (passes()) to.write(piece);
            });
        }
        await sleep(Math.max(0, way.freeAt - performance.now() - aheadMs));
      }
      await arriving;
      to.end();
    } catch {
      to.destroy();
    }
  }

  /** When so many bytes are there: the line carries one segment after the other, and what is lost is sent once more. */
  #arrivalOf(bytes: number, way: { freeAt: number }): number {
    const now = performance.now();
    if (!this.#quality) return now;
    const { kilobitsPerSecond, latencyMs, loss } = this.#quality;
    way.freeAt = Math.max(now, way.freeAt) + (bytes * 8) / kilobitsPerSecond;
    return way.freeAt + latencyMs + (this.#chance() < loss ? retransmissionMs : 0);
  }

  /** The same for each run (mulberry32). */
  #chance(): number {
    this.#seed = (this.#seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#seed ^ (this.#seed >>> 15), 1 | this.#seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }
}
