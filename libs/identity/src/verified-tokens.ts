import type { Actor } from './actor';

interface Verified {
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
    this.tokens.delete(token);
    if (verified.expiresAt <= this.now()) return undefined;
    this.tokens.set(token, verified);
    return verified.actor;
  }

  add(token: string, actor: Actor, expiresAt: number): void {
    this.tokens.delete(token);
    for (const oldest of this.tokens.keys()) {
      if (this.tokens.size < this.capacity) break;
      this.tokens.delete(oldest);
    }
    if (this.capacity > 0) this.tokens.set(token, { actor, expiresAt });
  }
}
