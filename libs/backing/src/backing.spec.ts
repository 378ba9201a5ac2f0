import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { InvalidSetting } from '@vestigo/service';
import { STATE_CODES } from '@vestigo/states';
import { serviceConfig } from './backing';

const KAFKA_BROKERS = '127.0.0.1:9092';

test('a service needs nothing but its brokers, and then serves every State on a log of its own', () => {
  expect(serviceConfig('responding', { KAFKA_BROKERS })).toEqual({
    host: '127.0.0.1',
    port: 3000,
    data: resolve('data/responding'),
    tokens: { kind: 'issuer', folder: resolve('data/responding') },
    states: STATE_CODES,
    eventStore: undefined,
    kafka: { brokers: [KAFKA_BROKERS] },
    topicPrefix: '',
  });
});

test('a State may have a service to itself, on a server of its own', () => {
  const env = {
    KAFKA_BROKERS,
    EVENTSTORE_URL: 'esdb://127.0.0.1:2113?tls=false',
    VESTIGO_STATES: ' JAM',
    VESTIGO_DATA: '/srv/jam',
    VESTIGO_KEYS: '/srv/keys',
    KAFKA_TOPIC_PREFIX: 'pilot.',
    PORT: '0',
  };
  expect(serviceConfig('requesting', env)).toMatchObject({
    port: 0,
    data: '/srv/jam',
    tokens: { kind: 'issuer', folder: '/srv/keys' },
    states: ['JAM'],
    eventStore: { connectionString: env.EVENTSTORE_URL },
    topicPrefix: 'pilot.',
  });
});

test('passwords may stand in files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'secrets-'));
  const file = join(folder, 'eventstore-url');
  const connectionString = 'esdb://desk:secret@db.example';
  writeFileSync(file, `${connectionString}\n`);
  expect(serviceConfig('oversight', { KAFKA_BROKERS, EVENTSTORE_URL_FILE: file })).toMatchObject({
    eventStore: { connectionString },
  });
  rmSync(folder, { recursive: true });
});

test.each([
  [{}, 'KAFKA_BROKERS is missing'],
  [{ KAFKA_BROKERS: 'nowhere' }, 'KAFKA_BROKERS holds "nowhere"'],
  [{ KAFKA_BROKERS, VESTIGO_STATES: 'JAM,JAMAICA' }, 'VESTIGO_STATES holds "JAMAICA"'],
  [{ KAFKA_BROKERS, VESTIGO_STATES: ',' }, 'VESTIGO_STATES holds ""'],
  [
    { KAFKA_BROKERS, EVENTSTORE_URL: 'http://store' },
    'the connection string of the event store cannot be used',
  ],
  [{ KAFKA_BROKERS, PORT: '-1' }, 'PORT is "-1"'],
  [
    { KAFKA_BROKERS, VESTIGO_JWKS_URL: 'https://identity.example/keys' },
    'VESTIGO_ISSUER and VESTIGO_AUDIENCE must be set',
  ],
  [
    { KAFKA_BROKERS, EVENTSTORE_URL_FILE: '/nowhere' },
    'EVENTSTORE_URL_FILE names /nowhere, which cannot be read.',
  ],
])('what cannot be used is named: %j', (env, words) => {
  expect(() => serviceConfig('oversight', env)).toThrow(InvalidSetting);
  expect(() => serviceConfig('oversight', env)).toThrow(words);
});
