import { messageOf, recordOf } from './record';

const record = { timestamp: '0', attributes: 0, offset: '7', headers: {} };

describe('a record of Kafka', () => {
  it('carries the id beside key and body, as a CloudEvent that is whole in the body', () => {
    expect(recordOf({ id: 'request-1', key: 'FRA', body: '{}' })).toEqual({
      key: 'FRA',
      value: '{}',
      headers: { id: 'request-1', 'content-type': 'application/cloudevents+json; charset=UTF-8' },
    });
  });

  it('is the message that was published', () => {
    const headers = { id: Buffer.from('request-1') };
    const taken = { ...record, key: Buffer.from('clé'), value: Buffer.from('\ufeff{}'), headers };
    expect(messageOf('requests', 3, taken)).toEqual({ id: 'request-1', key: 'clé', body: '\ufeff{}' });
  });

  it('of another program is known by its place, and is handed on whatever it holds', () => {
    expect(messageOf('requests', 3, { ...record, key: null, value: null })).toEqual({
      id: 'requests/3/7',
      key: '',
      body: '',
    });
  });
});
