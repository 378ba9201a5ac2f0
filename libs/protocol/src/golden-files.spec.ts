import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CloudEvent, HTTP } from 'cloudevents';
import { Rejection } from '@vestigo/kernel';
import { decode, encode } from './codec';
import { EARLIER_VERSIONS, versionOf } from './earlier-versions';
import type { MessageKind } from './messages';
import { noticeKinds } from './notices';
import { MESSAGE_SCHEMAS, typeOf } from './schemas';
import { fullItemAnswer } from './testing/sample-answer';
import { messageKinds, sampleMessage } from './testing/sample-messages';

const folder = join(__dirname, '..', 'golden');
const fileOf = (kind: MessageKind) => `${kind}.v${String(versionOf(kind))}.json`;
const golden = (kind: MessageKind) => readFileSync(join(folder, fileOf(kind)), 'utf8');

describe('what crosses the border', () => {
  test('has one golden file for each kind of message and version of it, and one schema for each kind', () => {
    const files = [
      ...messageKinds.map(fileOf),
      ...EARLIER_VERSIONS.map(({ kind, version }) => `${kind}.v${String(version)}.json`),
      ...noticeKinds.map((kind) => `${kind}.v1.json`),
    ];
    expect(readdirSync(folder).toSorted()).toEqual(files.toSorted());
    expect([...MESSAGE_SCHEMAS.keys()].toSorted()).toEqual(messageKinds.toSorted());
  });

  test.each(EARLIER_VERSIONS)(
    '$kind, version $version, is still read and shows in its current form',
    (earlier) => {
      const file = `${earlier.kind}.v${String(earlier.version)}.json`;
      const message = decode(readFileSync(join(folder, file), 'utf8'));
      const rewritten = message instanceof Rejection ? message.message : encode(message);
      expect(decode(rewritten)).toEqual(message);
      expect(JSON.parse(rewritten)).toMatchObject({ type: typeOf(earlier.kind) });
    },
  );

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
    expect(decode(readFileSync(join(folder, 'request-answered.v1.json'), 'utf8'))).toEqual({
      ...answered,
      data: { answers: [first], answerClass: 'PARTIAL' },
    });
  });
});
