import { groupIdOf, topicConfig, topicOf } from './topic';

describe('a topic', () => {
  it('bears the name of its channel', () => {
    expect(
      ['tracing-requests', 'tracing_replies.FRA', 'a'.repeat(249)].map((channel) => topicOf(channel)),
    ).toEqual(['tracing-requests', 'tracing_replies.FRA', 'a'.repeat(249)]);
  });

  it.each(['', '.', '..', 'tracing requests', 'tracing/requests', 'clé', 'a'.repeat(250)])(
    'is refused where Kafka knows no such name: %j',
    (channel) => {
      expect(() => topicOf(channel)).toThrow(RangeError);
    },
  );

  it('keeps everything, and is acknowledged by all copies but one', () => {
    expect(topicConfig('tracing-requests', { partitions: 3, copies: 3 })).toEqual({
      topic: 'tracing-requests',
      numPartitions: 3,
      replicationFactor: 3,
      configEntries: [
        { name: 'cleanup.policy', value: 'delete' },
        { name: 'retention.ms', value: '-1' },
        { name: 'retention.bytes', value: '-1' },
        { name: 'max.message.bytes', value: '4010000' },
        { name: 'min.insync.replicas', value: '2' },
      ],
    });
  });

  it('leaves the number of copies to the cluster', () => {
    const { numPartitions, replicationFactor, configEntries = [] } = topicConfig('tracing-requests', {});
    expect([numPartitions, replicationFactor]).toEqual([12, -1]);
    expect(configEntries.map(({ name }) => name)).not.toContain('min.insync.replicas');
  });
});

describe('a group', () => {
  it('belongs to a State and to a channel', () => {
    expect(groupIdOf('FRA.', 'responding', ['tracing-requests'])).toBe('FRA.responding@tracing-requests');
  });
});
