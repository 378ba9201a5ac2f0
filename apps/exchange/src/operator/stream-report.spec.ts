import type { RecordedEvent, StreamForms } from '@vestigo/kernel';
import { sampleClock, sampleEvent, sampleMeta } from '@vestigo/kernel/testing';
import { streamReport, withoutContent } from './stream-report';

const recorded = (data: unknown, schema?: number): RecordedEvent => {
  const { event, meta } = sampleEvent({ type: 'CaseAnswered', data });
  return {
    ...{ id: '01980000-0000-7000-8000-00000000c0de', event, position: 7, version: 1 },
    ...{ stream: 'traceCase-1', recordedAt: 1_761_900_000_500 },
    meta: schema === undefined ? meta : { ...meta, schema },
  };
};
const forms: StreamForms = {
  category: 'traceCase',
  upcasts: new Map([['CaseAnswered', [(answer: object) => ({ answers: [answer] })]]]),
};

describe('the report on a stream', () => {
  test('says who did what and when, and the form of each payload as stored and as read', () => {
    expect(streamReport([recorded({ outcome: 'COPY', remarks: 'Jane Doe' })], [forms])).toEqual([
      {
        version: 1,
        type: 'CaseAnswered',
        form: { stored: 1, current: 2 },
        occurredAt: '2025-10-31T08:40:00.000Z',
        recordedAt: '2025-10-31T08:40:00.500Z',
        by: { state: 'FRA', role: 'national-point-of-contact' },
        id: '01980000-0000-7000-8000-00000000c0de',
        correlationId: sampleMeta.correlationId,
        clock: sampleClock,
        stored: { outcome: 'text', remarks: 'text' },
        current: { answers: [{ outcome: 'text', remarks: 'text' }] },
      },
    ]);
  });

  test('says of a form once what is read as it is stored', () => {
    const [now] = streamReport([recorded({ answers: [] }, 2)], [forms]);
    expect(now).toMatchObject({ form: { stored: 2, current: 2 }, stored: { answers: [] } });
    expect(now).not.toHaveProperty('current');
  });

  test('says that newer software wrote it', () => {
    const [newer] = streamReport([recorded({}, 3)], [forms]);
    expect(newer?.current).toBe('not known to this version of the software');
  });

  test('holds nothing of what is protected, wherever it stands', () => {
    const data = { holder: 'Jane Doe', 'Jane Doe': [1, true, null, { deep: ['Jane Doe'] }] };
    expect(withoutContent(data)).toEqual({
      holder: 'text',
      '…': ['number', 'true or false', null, { deep: ['text'] }],
    });
  });
});
