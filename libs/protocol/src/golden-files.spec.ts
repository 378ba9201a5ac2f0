import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CloudEvent, HTTP } from 'cloudevents';
import { decode, encode } from './codec';
import { noticeKinds } from './notices';
import { MESSAGE_SCHEMAS, typeOf } from './schemas';
import { messageKinds, sampleMessage } from './testing/sample-messages';

const folder = join(__dirname, '..', 'golden');
const golden = (kind: string) => readFileSync(join(folder, `${kind}.v1.json`), 'utf8');

describe('what crosses the border, version 1', () => {
  test('has one golden file for each kind of message, and one schema', () => {
    const kinds = [...messageKinds, ...noticeKinds];
    expect(readdirSync(folder).toSorted()).toEqual(kinds.map((kind) => `${kind}.v1.json`).toSorted());
    expect([...MESSAGE_SCHEMAS.keys()].toSorted()).toEqual(messageKinds.toSorted());
  });

  describe.each(messageKinds)('%s', (kind) => {
    test('is written with the very bytes of its golden file', () => {
      expect(encode(sampleMessage(kind))).toBe(golden(kind));
    });

    test('is read back from its golden file', () => {
      expect(decode(golden(kind))).toEqual(sampleMessage(kind));
    });

    test('is a CloudEvent 1.0 to the SDK of CloudEvents', () => {
      const envelope = JSON.parse(golden(kind)) as Record<string, unknown>;
      const event = new CloudEvent(envelope, true);
      expect(event.validate()).toBe(true);
      expect(event.toJSON()).toEqual(envelope);
    });

    test('is taken by that SDK in structured mode over HTTP', () => {
      const received = HTTP.toEvent({
        headers: { 'content-type': 'application/cloudevents+json' },
        body: golden(kind),
      });
      expect(received).toMatchObject({
        specversion: '1.0',
        type: typeOf(kind),
        source: `/states/${sampleMessage(kind).from}`,
        requestingstate: 'TTO',
        respondingstate: 'USA',
        imported: false,
      });
    });
  });
});
