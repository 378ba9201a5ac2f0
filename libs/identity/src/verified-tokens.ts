import type { Actor } from './actor';

interface Verified {
  /** As it came first: what the same text in a later request belongs to need not be kept. */
  readonly token: string;
  readonly actor: Actor;
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly expiresAt: number;
}

/**
 * Tokens whose signature was found good, each until it expires; the one used least lately makes room when it is full.
 * Verifying a signature costs as much as storing an event, finding it here costs a look into a map.
 */
export class VerifiedTokens {
  private readonly tokens = new Map<string, Verified>();
  /** The one used last, which need not be moved to the end. */
  private last: Verified | undefined;

  constructor(
    private readonly capacity: number,
    private readonly now: () => number,
  ) {}

  get size(): number {
    return this.tokens.size;
  }

  get(token: string): Actor | undefined {
    const verified = this.tokens.get(token);
    if (!verified) return undefined;
    if (verified.expiresAt <= this.now()) {
      this.tokens.delete(token);
      return undefined;
    }
    if (verified !== this.last) this.use(verified);
    return verified.actor;
  }

  add(token: string, actor: Actor, expiresAt: number): void {
    this.tokens.delete(token);
    for (const oldest of this.tokens.keys()) {
      if (this.tokens.size < this.capacity) break;
      this.tokens.delete(oldest);
    }
    if (this.capacity > 0) this.use({ token, actor, expiresAt });
  }

  private use(verified: Verified): void {
    this.tokens.delete(verified.token);
    this.tokens.set(verified.token, verified);
    this.last = verified;
  }
}
