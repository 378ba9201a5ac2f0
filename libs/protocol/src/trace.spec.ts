import { CloudEvent } from 'cloudevents';
import * as fc from 'fast-check';
import { decode, encode, traceOf } from './codec';
import { messageKinds, sampleMessage } from './testing/sample-messages';

const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
const envelopeOf = (text: string) => JSON.parse(text) as Record<string, unknown>;

describe.each(messageKinds)('the trace of a message %s', (kind) => {
  const traced = sampleMessage(kind, { traceparent });

  test('stands in the extension for distributed tracing of CloudEvents', () => {
    const untraced = envelopeOf(encode(sampleMessage(kind)));
    expect(envelopeOf(encode(traced))).toEqual({ ...untraced, traceparent });
    expect(untraced).not.toHaveProperty('traceparent');
  });

  test('is read back, with the state of other tracing systems or without', () => {
    expect(decode(encode(traced))).toEqual(traced);
    expect(decode(JSON.stringify({ ...envelopeOf(encode(traced)), tracestate: 'congo=t61' }))).toEqual(
      traced,
    );
    expect(traceOf(encode(traced))).toEqual({ traceparent });
  });

  test('leaves it a CloudEvent 1.0 to the SDK of CloudEvents', () => {
    const event = new CloudEvent(envelopeOf(encode(traced)), true);
    expect(event.validate()).toBe(true);
    expect(event['traceparent']).toBe(traceparent);
  });

  test('is passed over when it is malformed, and the message is understood all the same', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (said, tracestate) => {
        fc.pre(said !== traceparent);
        const text = JSON.stringify({ ...envelopeOf(encode(traced)), traceparent: said, tracestate });
        expect(decode(text)).toEqual(sampleMessage(kind));
        expect(traceOf(text)).toEqual({});
      }),
      { numRuns: 30 },
    );
  });
});

test('what is no message belongs to no trace', () => {
  for (const text of ['', '[]', 'null', '{"traceparent":null}', '"traceparent"']) {
    expect(traceOf(text)).toEqual({});
  }
});
