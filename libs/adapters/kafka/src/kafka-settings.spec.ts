import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InvalidKafkaSetting, kafkaSettings } from './kafka-settings';

const pem = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n';

describe('the settings of Kafka', () => {
  const folder = mkdtempSync(join(tmpdir(), 'vestigo-'));
  const [ca, cert, key, notPem] = ['ca.pem', 'cert.pem', 'key.pem', 'note.txt'].map((name) =>
    join(folder, name),
  ) as [string, string, string, string];

  beforeAll(() => {
    for (const file of [ca, cert, key]) writeFileSync(file, `${file}\n${pem}`);
    writeFileSync(notPem, 'nothing');
  });

  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  const account = { KAFKA_SASL_USERNAME: 'FRA', KAFKA_SASL_PASSWORD: 'secret' };

  it('need brokers only', () => {
    expect(kafkaSettings({ KAFKA_BROKERS: 'kafka-1.example:9092, 10.0.0.2:9093,[::1]:9094,' })).toEqual({
      brokers: ['kafka-1.example:9092', '10.0.0.2:9093', '[::1]:9094'],
    });
  });

  it('take an account, and what TLS needs from files', () => {
    expect(
      kafkaSettings({
        KAFKA_BROKERS: 'kafka:9092',
        KAFKA_SASL_MECHANISM: 'SCRAM-SHA-512',
        ...account,
        KAFKA_TLS_CA: ca,
        KAFKA_TLS_CERT: cert,
        KAFKA_TLS_KEY: key,
      }),
    ).toEqual({
      brokers: ['kafka:9092'],
      sasl: { mechanism: 'scram-sha-512', username: 'FRA', password: 'secret' },
      tls: { ca: `${ca}\n${pem}`, cert: `${cert}\n${pem}`, key: `${key}\n${pem}` },
    });
  });

  it('take a password as it is under TLS only', () => {
    const plain = { KAFKA_BROKERS: 'kafka:9092', KAFKA_SASL_MECHANISM: 'plain', ...account };
    expect(kafkaSettings({ ...plain, KAFKA_TLS_CA: ca }).sasl?.mechanism).toBe('plain');
    expect(() => kafkaSettings(plain)).toThrow(
      'KAFKA_SASL_MECHANISM is plain, which sends the password as it is',
    );
  });

  it.each([
    [{}, 'KAFKA_BROKERS is missing'],
    [{ KAFKA_BROKERS: ' , ' }, 'KAFKA_BROKERS is missing'],
    [{ KAFKA_BROKERS: 'kafka:9092,kafka' }, 'KAFKA_BROKERS holds "kafka"'],
    [{ KAFKA_BROKERS: 'kafka:0' }, 'KAFKA_BROKERS holds "kafka:0"'],
    [{ KAFKA_BROKERS: 'kafka:65536' }, 'KAFKA_BROKERS holds "kafka:65536"'],
    [{ KAFKA_BROKERS: 'https://kafka:9092' }, 'KAFKA_BROKERS holds "https://kafka:9092"'],
    [
      { KAFKA_BROKERS: 'kafka:9092', ...account },
      'KAFKA_SASL_MECHANISM must be set too, since KAFKA_SASL_USERNAME and KAFKA_SASL_PASSWORD is.',
    ],
    [
      { KAFKA_BROKERS: 'kafka:9092', KAFKA_SASL_MECHANISM: 'gssapi', ...account },
      'KAFKA_SASL_MECHANISM is "gssapi"; it must be one of scram-sha-512, scram-sha-256, plain.',
    ],
    [
      { KAFKA_BROKERS: 'kafka:9092', KAFKA_TLS_KEY: key },
      'KAFKA_TLS_CERT must be set too, since KAFKA_TLS_KEY is.',
    ],
    [
      { KAFKA_BROKERS: 'kafka:9092', KAFKA_TLS_CA: '/nowhere' },
      'KAFKA_TLS_CA names /nowhere, which cannot be read.',
    ],
    [
      { KAFKA_BROKERS: 'kafka:9092', KAFKA_TLS_CA: notPem },
      `KAFKA_TLS_CA names ${notPem}, which is no PEM file.`,
    ],
  ])('are refused with the name of the variable: %j', (env, message) => {
    expect(() => kafkaSettings(env)).toThrow(InvalidKafkaSetting);
    expect(() => kafkaSettings(env)).toThrow(message);
  });
});
