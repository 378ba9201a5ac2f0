import * as fc from 'fast-check';
import type { RecordedEvent } from '@vestigo/kernel';
import { deadLetterOutbound } from './dead-letters';
import { decodeNotice } from './notices';
import type { MessageRefused, RefusedMessageEvent } from './refused-message';

const at = Date.UTC(2026, 2, 15, 9, 30);
const id = '01980000-0000-7000-8000-0000000000d9';
const outboundOf = (states: readonly string[]) =>
  deadLetterOutbound('responding', states, ['refusedRequest']);

const recordedOf = (
  event: RefusedMessageEvent,
  stream = 'refusedRequest-sent%20by%20hand',
): RecordedEvent<RefusedMessageEvent> => ({
  id,
  event,
  stream,
  version: 1,
  position: 7,
  recordedAt: at,
  meta: { actor: 'transport', state: null, role: 'service', correlationId: '1', causationId: '1' },
});
const refusedOf = (data: MessageRefused['data']): MessageRefused => ({
  type: 'MessageRefused',
  occurredAt: at,
  clock: null,
  data,
});
const refused = refusedOf({ body: '<é/>', code: 'not-json', reason: 'The message is not JSON.' });

describe('a dead letter', () => {
  test('says what was refused, when, why and by which channel it came, and holds it as it was', () => {
    const letter = outboundOf(['USA']).letterOf(recordedOf(refused));
    expect(letter).toEqual({
      channel: 'dead-letters.USA',
      message: { id, key: id, body: expect.any(String) as string },
    });
    expect(decodeNotice(letter?.message.body ?? '')).toEqual({
      kind: 'message-dead-lettered',
      id,
      occurredAt: at,
      data: {
        messageId: 'sent%20by%20hand',
        channel: 'tracing-requests',
        code: 'not-json',
        reason: 'The message is not JSON.',
        bytes: 5,
        body: '<é/>',
      },
    });
  });

  test('goes into the box of the service where that is the desk of several States', () => {
    expect(outboundOf(['JAM', 'USA']).letterOf(recordedOf(refused))?.channel).toBe('dead-letters.responding');
  });

  test('is written of the refusal, not of what became of it later', () => {
    const rerun = {
      type: 'MessageRerun',
      occurredAt: at,
      clock: null,
      data: { outcome: 'followed' },
    } as const;
    expect(outboundOf(['USA']).letterOf(recordedOf(rerun))).toBeUndefined();
  });

  test('fits through the transport and is understood, whatever was refused', () => {
    const long = fc
      .constantFrom('a', '"', '\u0000', 'é', '🜊')
      .chain((unit) =>
        fc.constantFrom(0, 1, 200_000, 999_990, 4_000_000).map((length) => unit.repeat(length / unit.length)),
      );
    fc.assert(
      fc.property(long, fc.string({ unit: 'binary', maxLength: 5000, size: 'max' }), (body, reason) => {
        const event = refusedOf({ body, code: 'schema-violated', reason });
        const letter = outboundOf(['USA']).letterOf(recordedOf(event, `refusedRequest-${'x'.repeat(5000)}`));
        const text = letter?.message.body ?? '';
        expect(Buffer.byteLength(text)).toBeLessThan(2_000_000);
        expect(decodeNotice(text)).toMatchObject({ data: { bytes: Buffer.byteLength(body) } });
      }),
      { numRuns: 30 },
    );
  });
});
