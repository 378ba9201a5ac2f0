import fc from 'fast-check';
import { tracedBy, traceFrom, traceIdOf } from './trace-context';

const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
const sampled = `00-${traceId}-00f067aa0ba902b7-01`;

/** Hexadecimal digits, not all of them zero. */
const id = (digits: number) =>
  fc
    .array(fc.constantFrom(...Array.from('0123456789abcdef')), { minLength: digits, maxLength: digits })
    .map((all) => all.join(''))
    .filter((text) => /[^0]/.test(text));

describe('the trace that something belongs to', () => {
  test('is taken over as it came', () => {
    expect(traceFrom(sampled)).toEqual({ traceparent: sampled });
    expect(traceIdOf(traceFrom(sampled))).toBe(traceId);
  });

  test('of a later version is taken over as version 00, by what that knows', () => {
    expect(traceFrom(`cc-${traceId}-00f067aa0ba902b7-ff-what the future brings`)).toEqual({
      traceparent: `00-${traceId}-00f067aa0ba902b7-03`,
    });
  });

  test('is read from each that is well formed, and reading again changes nothing', () => {
    fc.assert(
      fc.property(id(32), id(16), fc.constantFrom('00', '01', '02', '03'), (trace, parent, flags) => {
        const traceparent = `00-${trace}-${parent}-${flags}`;
        expect(traceFrom(traceparent)).toEqual({ traceparent });
        expect(traceFrom(traceFrom(traceparent).traceparent)).toEqual({ traceparent });
      }),
    );
  });

  test.each([
    ['nothing', undefined],
    ['a number', 7],
    ['two headers', [sampled, sampled]],
    ['two headers that were joined', `${sampled}, ${sampled}`],
    ['version ff', sampled.replace('00-', 'ff-')],
    ['a trace of zeros', `00-${'0'.repeat(32)}-00f067aa0ba902b7-01`],
    ['a parent of zeros', `00-${traceId}-${'0'.repeat(16)}-01`],
    ['capitals', sampled.toUpperCase()],
    ['more than version 00 has', `${sampled}-more`],
    ['a line of its own', `${sampled}\n`],
    ['less', sampled.slice(0, -1)],
  ])('is none for %s', (_, value) => {
    expect(traceFrom(value)).toEqual({});
    expect(tracedBy(traceFrom(value))).toEqual({});
    expect(traceIdOf(traceFrom(value))).toBeUndefined();
  });

  test('is none for anything that does not have the form of one, and nothing throws', () => {
    const form = /^[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}(-.*)?$/s;
    fc.assert(
      fc.property(fc.anything(), (value) => {
        fc.pre(typeof value !== 'string' || !form.test(value));
        expect(traceFrom(value)).toEqual({});
      }),
    );
  });
});
