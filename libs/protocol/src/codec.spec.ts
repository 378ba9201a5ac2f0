import * as fc from 'fast-check';
import { Rejection } from '@vestigo/kernel';
import { decode, encode, senderOf } from './codec';
import type { AnyTracingMessage, MessageKind } from './messages';
import { MESSAGE_SCHEMAS, typeOf } from './schemas';
import { messageKinds, sampleMessage } from './testing/sample-messages';

type Json = Record<string, unknown>;
const envelopeOf = (kind: MessageKind) => JSON.parse(encode(sampleMessage(kind))) as Json;
const codeOf = (envelope: unknown) => {
  const decoded = decode(typeof envelope === 'string' ? envelope : JSON.stringify(envelope));
  return decoded instanceof Rejection ? `${decoded.kind} ${decoded.code}` : 'understood';
};
const without = (record: Json, name: string) =>
  Object.fromEntries(Object.entries(record).filter(([key]) => key !== name));
const schemaOf = (kind: MessageKind) =>
  MESSAGE_SCHEMAS.get(kind) as {
    readonly required: readonly string[];
    readonly properties: { readonly data: { readonly required: readonly string[] } };
  };
const refused = 'invalid schema-violated';

const bothMaySay = ['message-refused', 'clock-fact-reported'];

describe.each(messageKinds)('a message %s', (kind) => {
  const envelope = envelopeOf(kind);
  const data = envelope['data'] as Json;

  test.each(schemaOf(kind).required.filter((field) => field !== 'type'))(
    'is refused without its %s',
    (field) => {
      expect(codeOf(without(envelope, field))).toBe(refused);
    },
  );

  test('is not known without its type', () => {
    expect(codeOf(without(envelope, 'type'))).toBe('invalid unknown-type');
  });

  test('is refused without any field that its data must have', () => {
    const required = schemaOf(kind).properties.data.required;
    expect(required.map((field) => codeOf({ ...envelope, data: without(data, field) }))).toEqual(
      required.map(() => refused),
    );
  });

  test('is understood without the fields that its data may leave out', () => {
    const optional = Object.keys(data).filter(
      (key) => !schemaOf(kind).properties.data.required.includes(key),
    );
    expect(optional.map((field) => codeOf({ ...envelope, data: without(data, field) }))).toEqual(
      optional.map(() => 'understood'),
    );
  });

  test('is refused with a field that the protocol does not know', () => {
    expect(codeOf({ ...envelope, priority: 'high' })).toBe(refused);
    expect(codeOf({ ...envelope, data: { ...data, person: 'Jane Doe' } })).toBe(refused);
  });

  test('is refused when an empty text stands where there must be one', () => {
    const texts = Object.keys(data).filter((key) => typeof data[key] === 'string');
    expect(texts.map((field) => codeOf({ ...envelope, data: { ...data, [field]: '' } }))).toEqual(
      texts.map(() => refused),
    );
  });

  test.each([
    ['specversion', '0.3'],
    ['id', 'urn:uuid:01980000-0000-7000-8000-000000000001'],
    ['id', '17'],
    ['subject', 'traceCase-1'],
    ['source', 'states/TTO'],
    ['time', '15 March 2026'],
    ['time', '2016-12-31T23:59:60Z'],
    ['requestingstate', 'tto'],
    ['respondingstate', 'US'],
    ['imported', 'false'],
    ['correlationid', ''],
    ['dataschema', 'urn:vestigo:schema:request-submitted:v9'],
    ['data', null],
  ])('is refused when its %s is %j', (field, value) => {
    expect(codeOf({ ...envelope, [field]: value })).toBe(refused);
  });

  test('is refused with half a number of its act', () => {
    const numbered = { ...envelope, sequence: '4', sequencetype: 'Integer', seen: 3 };
    expect(codeOf(numbered)).toBe('understood');
    const halves = ['sequence', 'sequencetype', 'seen'].map((name) => codeOf(without(numbered, name)));
    expect(halves).toEqual([refused, refused, refused]);
    const odd = [{ sequence: '0' }, { sequence: 4 }, { sequence: '04' }, { seen: -1 }, { seen: '3' }];
    expect(odd.map((change) => codeOf({ ...numbered, ...change }))).toEqual(odd.map(() => refused));
  });

  test('is refused from a State that cannot say it', () => {
    const { from } = sampleMessage(kind);
    const other = from === 'TTO' ? 'USA' : 'TTO';
    expect(codeOf({ ...envelope, source: '/states/BRA' })).toBe('invalid wrong-speaker');
    expect(codeOf({ ...envelope, source: `/states/${other}` })).toBe(
      bothMaySay.includes(kind) ? 'understood' : 'invalid wrong-speaker',
    );
  });
});

describe('a text that is no message', () => {
  test.each(['', 'tracing request', '{', '"text"', '17', 'null', 'true'])(
    '%j is not JSON of an object',
    (text) => {
      expect(codeOf(text)).toBe('invalid not-json');
    },
  );

  test.each([[[]], [{}], [{ type: null }], [{ type: 17 }], [{ type: { toString: null } }]])(
    '%j has no type that is known here',
    (value) => {
      expect(codeOf(value)).toBe('invalid unknown-type');
    },
  );

  test.each(['org.vestigo.request-submitted.v9', 'org.vestigo.toString.v1', 'constructor'])(
    'the type %s is not known here',
    (type) => {
      expect(codeOf({ ...envelopeOf('request-submitted'), type })).toBe('invalid unknown-type');
    },
  );

  const words = [
    'id',
    'type',
    'subject',
    'requestingstate',
    'respondingstate',
    'data',
    'toString',
    '__proto__',
  ];
  const anyJson = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      fc.string({ unit: 'binary' }),
      fc.double(),
      fc.constant(null),
      fc.constantFrom(...messageKinds.map((kind) => typeOf(kind))),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(fc.oneof(fc.constantFrom(...words), fc.string()), tie('value'), { maxKeys: 6 }),
    ),
  })).value;

  test('is refused whatever it holds, and nobody is told who cannot be', () => {
    fc.assert(
      fc.property(anyJson, (value) => {
        const body = JSON.stringify(value);
        expect(decode(body)).toBeInstanceOf(Rejection);
        expect(senderOf(body)).toBeUndefined();
      }),
    );
  });

  test('neither is a message with a field of another kind than it must be', () => {
    const fields = Object.keys(envelopeOf('request-submitted'));
    fc.assert(
      fc.property(
        fc.constantFrom(...messageKinds),
        fc.constantFrom(...fields),
        anyJson,
        (kind, field, value) => {
          fc.pre(typeof value !== 'string' && !(field === 'data' && typeof value === 'object'));
          const body = JSON.stringify({ ...envelopeOf(kind), [field]: value });
          expect(decode(body)).toBeInstanceOf(Rejection);
          expect(() => senderOf(body)).not.toThrow();
        },
      ),
    );
  });
});

describe('a request of a partner', () => {
  const submitted = (change: Json) => {
    const envelope = envelopeOf('request-submitted');
    return codeOf({ ...envelope, data: { ...(envelope['data'] as Json), ...change } });
  };

  test.each(['ITI', 'FIREARMS_PROTOCOL', 'eu:2023.977', 'x'.repeat(64)])(
    'may name the regime %s',
    (regime) => {
      expect(submitted({ regimes: [regime] })).toBe('understood');
    },
  );

  test.each(['', 'ITI;UTC', 'ITI,CIFTA', 'Ley 12 303', 'Übereinkommen', 'x'.repeat(65)])(
    'is refused with the regime %j, on which no clock could run',
    (regime) => {
      expect(submitted({ regimes: ['ITI', regime] })).toBe(refused);
    },
  );

  test.each(['2026', '2026-02', '2026-02-28'])('may have been recovered on %s', (recoveredOn) => {
    expect(submitted({ recoveredOn })).toBe('understood');
  });

  test.each(['2026-02-30', '2026-13', '14.03.2026'])('was not recovered on %s', (recoveredOn) => {
    expect(submitted({ recoveredOn })).toBe(refused);
  });
});

describe('encoding', () => {
  const text = (maxLength: number) => fc.string({ unit: 'binary', minLength: 1, maxLength });
  const uuid = fc.uuid();
  const anyMessage: fc.Arbitrary<AnyTracingMessage> = fc
    .record({
      kind: fc.constantFrom('request-withdrawn', 'request-answered', 'request-submitted'),
      id: uuid,
      requestId: uuid,
      occurredAt: fc.integer({ min: 0, max: Date.UTC(9999, 0) }),
      imported: fc.boolean(),
      correlationId: text(128),
      words: text(500),
      make: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
    })
    .map(({ kind, words, make, ...envelope }) => {
      const sample = sampleMessage(kind, envelope);
      switch (sample.kind) {
        case 'request-submitted':
          return {
            ...sample,
            data: {
              ...sample.data,
              legalBasis: words,
              items: [{ number: 1, kind: 'ARM', type: 'REVOLVER', make }],
            },
          };
        case 'request-answered':
          return {
            ...sample,
            data: { ...sample.data, answers: [{ item: 1, outcome: 'COPY', remarks: words }] },
          };
        case 'request-withdrawn':
          return { ...sample, data: { reason: words } };
      }
    });

  test('and decoding again gives the same message, in any script', () => {
    fc.assert(
      fc.property(anyMessage, (message) => {
        expect(decode(encode(message))).toEqual(message);
      }),
    );
  });

  test('gives the same bytes for the same message', () => {
    fc.assert(
      fc.property(anyMessage, (message) => {
        const { data, kind, ...envelope } = message;
        const reordered = { data, ...envelope, kind } as AnyTracingMessage;
        expect(encode(reordered)).toBe(encode(message));
      }),
    );
  });
});
