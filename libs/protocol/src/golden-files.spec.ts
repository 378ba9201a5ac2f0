import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CloudEvent, HTTP } from 'cloudevents';
import { decode, encode } from './codec';
import type { MessageKind } from './messages';
import { noticeKinds } from './notices';
import { EARLIER_VERSIONS, MESSAGE_SCHEMAS, typeOf, versionOf } from './schemas';
import { fullItemAnswer } from './testing/sample-answer';
import { messageKinds, sampleMessage } from './testing/sample-messages';

const folder = join(__dirname, '..', 'golden');
const nameOf = (kind: string, version = 1) => `${kind}.v${String(version)}.json`;
const read = (name: string) => readFileSync(join(folder, name), 'utf8');
const golden = (kind: MessageKind) => read(nameOf(kind, versionOf(kind)));

describe('what crosses the border', () => {
  test('has one golden file for each version of each kind of message, and one schema for each kind', () => {
    const names = [
      ...messageKinds.map((kind) => nameOf(kind, versionOf(kind))),
      ...EARLIER_VERSIONS.map(({ kind, version }) => nameOf(kind, version)),
      ...noticeKinds.map((kind) => nameOf(kind)),
    ];
    expect(readdirSync(folder).toSorted()).toEqual(names.toSorted());
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

  test('version 1 of request-answered is read as an answer to item 1, without a number', () => {
    const { act: _, ...answered } = sampleMessage('request-answered');
    const { item, outcome, lastLegalHolder, onwardState, documentReference, remarks, restriction } =
      fullItemAnswer;
    const first = { item, outcome, lastLegalHolder, onwardState, documentReference, remarks, restriction };
    expect(decode(read('request-answered.v1.json'))).toEqual({
      ...answered,
      data: { answers: [first], answerClass: 'PARTIAL' },
    });
  });
});
