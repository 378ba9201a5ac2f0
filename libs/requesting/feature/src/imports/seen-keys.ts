import { hash } from 'node:crypto';

/** Keys seen before, by 64 bits of their digests in one table outside the heap: a million of them take 16 MiB. */
export class SeenKeys {
  #table = new BigUint64Array(1024);
  #count = 0;

  /** True when the key is new. */
  add(key: string): boolean {
    if (this.#count * 2 >= this.#table.length) this.#grow();
    const digest = hash('sha256', key, 'buffer').readBigUInt64LE() || 1n;
    const isNew = put(this.#table, digest);
    if (isNew) this.#count += 1;
    return isNew;
  }

  #grow(): void {
    const larger = new BigUint64Array(this.#table.length * 2);
    for (const digest of this.#table) if (digest !== 0n) put(larger, digest);
    this.#table = larger;
  }
}

/** Open addressing; zero is an empty place. */
function put(table: BigUint64Array, digest: bigint): boolean {
  let place = Number(digest % BigInt(table.length));
  for (; table[place] !== 0n; place = (place + 1) % table.length) if (table[place] === digest) return false;
  table[place] = digest;
  return true;
}
