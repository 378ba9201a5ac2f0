import type { ClockFacts, DomainEvent, EventMetadata, NewEvent, RecordedEvent } from '../event';
import type { OpenedEventStore } from './event-store.contract';
import { freshStream, sampleClock, sampleEvent, sampleMeta } from './sample-events';

const payloads: readonly (readonly [string, unknown])[] = [
  ['an empty text', ''],
  ['an empty object', {}],
  ['an empty list', []],
  ['null', null],
  ['a number', 0],
  ['truth', false],
  ['empty keys and values', { '': '', list: ['', null, [], {}] }],
  ['letters beyond the basic plane', { name: '𝔙𝔢𝔰𝔱𝔦𝔤𝔬 🔫 👩🏽‍⚖️ 𠜎' }],
  ['right-to-left text with marks', { name: 'شرطة ‏(AK-47)‎ עֵדוּת' }],
  ['combining and precomposed letters, unlike each other', { a: 'é', b: 'e\u0301' }],
  ['odd characters', { text: '\u0001\u001f\u007f\u2028\u2029\ufeff\ufffd\ufffe"\'\\/`\r\n\t%_;--' }],
  ['the character zero inside a payload', { text: 'a\u0000b' }],
  ['half a surrogate pair', { text: 'a\ud83d' }],
  ['the largest safe numbers', { most: Number.MAX_SAFE_INTEGER, least: Number.MIN_SAFE_INTEGER }],
  [
    'very large and very small numbers',
    { large: 1e308, largest: Number.MAX_VALUE, small: 5e-324, third: 1 / 3 },
  ],
  ['digits that no number holds', { serial: '0123456789012345678901234567890123456789' }],
  ['text that looks like something else', ['null', 'NaN', '0x10', '1e3', '2026-11-22', '{"a":1}']],
  ['keys that mean something to JavaScript', JSON.parse('{"__proto__":1,"constructor":2,"toString":3}')],
  ['a megabyte of text', { text: 'Serial number illegible. '.repeat(42_000) }],
  ['a deep nest', nested(500)],
];

const instants: readonly (readonly [string, number])[] = [
  ['the epoch', 0],
  ['before 1970', Date.UTC(1899, 11, 31, 23, 59, 59, 999)],
  ['one millisecond before 1970', -1],
  ['a far future', Date.UTC(9999, 11, 31, 23, 59, 59, 999)],
  ['the last instant of a Date', 8.64e15],
  ['the first instant of a Date', -8.64e15],
];

/** Whatever a desk writes comes back as it was written. */
export function contentContract(opened: () => OpenedEventStore): void {
  const roundTrip = async (events: readonly NewEvent[]) => {
    const { store } = opened();
    const stream = freshStream();
    const before = await store.head();
    await store.append(stream, 0, events);
    const read = await store.read(stream);
    const { events: logged } = await store.readAll({ after: before });
    expect(logged).toEqual(read);
    return read;
  };
  const storedEvents = async (...events: readonly Partial<DomainEvent>[]) =>
    (await roundTrip(events.map((event) => sampleEvent(event)))).map(({ event }) => event);

  it('keeps the date that an event came with, and dates the next one by its own clock', async () => {
    const { store } = opened();
    const stream = freshStream();
    const longAgo = Date.UTC(2024, 1, 29, 12);
    const before = Date.now();
    await store.append(stream, 0, [{ ...sampleEvent(), recordedAt: longAgo }]);
    await store.append(stream, 1, [sampleEvent()]);
    const [reported, own] = await store.read(stream);
    const facts = await store.readFacts({ after: (reported?.position ?? 0) - 1, limit: 1 });
    expect([reported?.recordedAt, facts.events[0]?.recordedAt]).toEqual([longAgo, longAgo]);
    expect(own?.recordedAt).toBeGreaterThanOrEqual(before - 60_000);
  });

  it('gives back everything that was appended and says when it took it in', async () => {
    const { store } = opened();
    const stream = freshStream();
    const [first, second] = [sampleEvent(), sampleEvent({ type: 'AnswerGiven', clock: null })];
    const { position } = await store.append(stream, 0, [first, second]);
    const stored = await store.read(stream);
    const recorded: readonly RecordedEvent[] = [
      {
        ...first,
        stream,
        version: 1,
        position: stored[0]?.position ?? 0,
        recordedAt: stored[0]?.recordedAt ?? 0,
      },
      { ...second, stream, version: 2, position, recordedAt: stored[1]?.recordedAt ?? 0 },
    ];
    expect(stored).toStrictEqual(recorded);
    expect(stored.every(({ recordedAt }) => Number.isInteger(recordedAt) && recordedAt > 0)).toBe(true);
  });

  it.each(payloads)('gives back a payload of %s', async (_, data) => {
    const [event] = await storedEvents({ data });
    expect(event?.data).toStrictEqual(data);
  });

  it.each(instants)('gives back what happened at %s', async (_, occurredAt) => {
    const [event] = await storedEvents({ occurredAt });
    expect(event?.occurredAt).toBe(occurredAt);
    const { events: facts } = await opened().store.readFacts({ after: 0 });
    expect(facts.map((fact) => fact.occurredAt)).toEqual([occurredAt]);
  });

  it('gives back metadata with and without a State and a fingerprint', async () => {
    const metas: readonly EventMetadata[] = [
      sampleMeta,
      { ...sampleMeta, state: null, role: '', actor: 'Дежурный №5 "ночь"' },
      { ...sampleMeta, fingerprint: 'sha-256:9f86d081' },
    ];
    const stored = await roundTrip(metas.map((meta) => sampleEvent({}, meta)));
    expect(stored.map(({ meta }) => meta)).toStrictEqual(metas);
  });

  it('gives back clock facts, and null where there are none', async () => {
    const clocks: readonly (ClockFacts | null)[] = [
      sampleClock,
      { ...sampleClock, imported: true, code: '' },
      { ...sampleClock, code: 'délai légal – art. 15 ⚖️', requestingState: 'XKX' },
      null,
    ];
    const events = await storedEvents(...clocks.map((clock) => ({ clock })));
    expect(events.map(({ clock }) => clock)).toStrictEqual(clocks);
  });

  it('keeps names of streams and types as they are', async () => {
    const { store } = opened();
    const streams = ['traceCase-Ünï-قضية-𝔵', 'traceCase-a b%c_d', "participant-'; DROP TABLE event; --"];
    for (const stream of streams) await store.append(stream, 0, [sampleEvent({ type: `Fait d’${stream}` })]);
    const stored = await Promise.all(streams.map((stream) => store.read(stream)));
    expect(stored.flat().map(({ stream, event }) => [stream, event.type])).toEqual(
      streams.map((stream) => [stream, `Fait d’${stream}`]),
    );
  });

  it('tells streams apart by every letter', async () => {
    const { store } = opened();
    const stream = freshStream();
    const others = [stream.toUpperCase(), `${stream} `, stream.slice(0, -1), `${stream}0`];
    await store.append(stream, 0, sampleEvents());
    for (const other of others) expect(await store.read(other)).toEqual([]);
  });
}

function sampleEvents(): readonly NewEvent[] {
  return [sampleEvent(), sampleEvent()];
}

function nested(depth: number): unknown {
  let value: unknown = 'bottom';
  for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [value] : { value };
  return value;
}
