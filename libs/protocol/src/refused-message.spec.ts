import * as fc from 'fast-check';
import { specificationOf } from '@vestigo/kernel/testing';
import { decode, encode } from './codec';
import {
  type MessageRefused,
  type MessageRerun,
  receiptOf,
  refusedMessage,
  type RerunOutcome,
} from './refused-message';
import { sampleMessage } from './testing/sample-messages';

const at = 1_773_570_600_000;

describe('a refused message', () => {
  const { given } = specificationOf(refusedMessage('refusedRequest'));
  const refused: MessageRefused = {
    type: 'MessageRefused',
    occurredAt: at,
    clock: null,
    data: { body: '<xml/>', code: 'not-json', reason: 'The message is not JSON.' },
  };
  const rerun = (data: RerunOutcome): MessageRerun => ({
    type: 'MessageRerun',
    occurredAt: at,
    clock: null,
    data,
  });
  const followed = rerun({ outcome: 'followed' });
  const again = rerun({ outcome: 'refused', code: 'not-json', reason: 'The message is not JSON.' });

  test('is kept once, whatever became of it', () => {
    given([]).when(refused).then([refused]);
    for (const history of [[refused], [refused, again], [refused, followed]])
      given(history).when(refused).then([]);
  });

  test('is run again as often as somebody wishes, and followed once', () => {
    given([refused]).when(again).then([again]);
    given([refused, again]).when(again).then([again]);
    given([refused, again]).when(followed).then([followed]);
    given([refused, followed]).when(followed).then([]);
  });

  test('cannot be run again when it was never refused', () => {
    given([]).when(followed).then('message-not-refused');
  });
});

describe('the receipt for a refused message', () => {
  const receiptId = '01980000-0000-7000-8000-0000000000ff';
  const refusedOf = (body: string, reason = 'must have required property'): MessageRefused => ({
    type: 'MessageRefused',
    occurredAt: at,
    clock: null,
    data: { body, code: 'schema-violated', reason },
  });
  const sent = encode(sampleMessage('request-submitted'));
  const envelope = JSON.parse(sent) as Record<string, unknown>;

  test('tells its sender which message it was, and why', () => {
    const { id, requestId } = sampleMessage('request-submitted');
    expect(receiptOf(receiptId, refusedOf(sent), 'respondingState')).toEqual({
      kind: 'message-refused',
      id: receiptId,
      requestId,
      from: 'USA',
      requestingState: 'TTO',
      respondingState: 'USA',
      occurredAt: at,
      imported: false,
      correlationId: id,
      data: { messageId: id, code: 'schema-violated', reason: 'must have required property' },
    });
  });

  test('comes from the side that refused', () => {
    expect(receiptOf(receiptId, refusedOf(sent), 'requestingState')).toMatchObject({ from: 'TTO' });
  });

  test('is not given for a receipt: two services do not go on refusing each other', () => {
    const receipt = encode(sampleMessage('message-refused'));
    expect(receiptOf(receiptId, refusedOf(receipt), 'requestingState')).toBeUndefined();
  });

  test.each([
    ['is no JSON', 'request'],
    ['has no id', JSON.stringify({ ...envelope, id: undefined })],
    ['has an id without end', JSON.stringify({ ...envelope, id: 'x'.repeat(129) })],
    ['has a number for an id', JSON.stringify({ ...envelope, id: 17 })],
    ['names no request', JSON.stringify({ ...envelope, subject: 'tracing request 17' })],
    ['names one State only', JSON.stringify({ ...envelope, respondingstate: 'US' })],
    ['hides what it is', JSON.stringify({ ...envelope, requestingstate: { toString: null } })],
  ])('is not given for a message that %s', (_, body) => {
    expect(receiptOf(receiptId, refusedOf(body), 'respondingState')).toBeUndefined();
  });

  test('is always understood by the other side', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', minLength: 1, maxLength: 200 }),
        fc.string({ unit: 'binary', minLength: 1, maxLength: 6000, size: 'max' }),
        (id, reason) => {
          const body = JSON.stringify({ ...envelope, id });
          const receipt = receiptOf(receiptId, refusedOf(body, reason), 'respondingState');
          if (receipt) expect(decode(encode(receipt))).toEqual(receipt);
          else expect(id.length).toBeGreaterThan(128);
        },
      ),
    );
  });
});
