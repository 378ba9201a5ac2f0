/** A UUIDv7 (RFC 9562, 5.7): keys that grow with time, as the log prefers them. */
export function newId(now = Date.now()): string {
  const random = crypto.getRandomValues(new Uint8Array(10));
  const hex = (bytes: Iterable<number>) =>
    Array.from(bytes, (one) => one.toString(16).padStart(2, '0')).join('');
  const time = now.toString(16).padStart(12, '0');
  const [first = 0, second = 0, third = 0, ...rest] = random;
  const version = hex([0x70 | (first & 0x0f), second]);
  const variant = hex([0x80 | (third & 0x3f), rest[0] ?? 0]);
  return `${time.slice(0, 8)}-${time.slice(8)}-${version}-${variant}-${hex(rest.slice(1))}`;
}
