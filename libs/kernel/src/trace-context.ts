/** Which trace something belongs to: `traceparent` of W3C Trace Context. Absent where nobody traces. */
export interface Traced {
  readonly traceparent?: string;
}

const form = /^(?!ff)([0-9a-f]{2})-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})(-.*)?$/s;

/** Sampled (level 1) and random trace id (level 2): bits that nobody knows are not handed on. */
const knownFlags = 0x03;

/**
 * A `traceparent` from outside, as version 00 (https://www.w3.org/TR/trace-context/, 3.2 and 4.3). Nothing for whatever is none: what
 * was asked is done all the same, in another trace.
 */
export function traceFrom(value: unknown): Traced {
  const [, version, trace, parent, flags = '', more] =
    typeof value === 'string' ? (form.exec(value) ?? []) : [];
  if (trace === undefined || parent === undefined || (version === '00' && more !== undefined)) return {};
  const known = Number.parseInt(flags, 16) & knownFlags;
  return { traceparent: `00-${trace}-${parent}-0${known}` };
}

/** What is to carry the trace on; nothing where there is none. */
export function tracedBy({ traceparent }: Traced): Traced {
  return traceparent === undefined ? {} : { traceparent };
}

/** The id that all of a trace has in common. */
export function traceIdOf({ traceparent }: Traced): string | undefined {
  return traceparent?.slice(3, 35);
}
