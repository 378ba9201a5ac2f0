import { topicConfig } from '@vestigo/kafka';
import { asyncApi, channelsOf, partitionsOf } from '@vestigo/protocol';
import { InvalidSetting } from '@vestigo/service';
import { topicPlan } from './topics.command';

describe('the topics of an exchange', () => {
  const order = {
    states: 'JAM,USA',
    principal: ['JAM=User:jam', 'USA=CN=usa,O=Focal point'],
    oversight: 'User:oversight',
    copies: '3',
  };

  test('are opened to each State by its own principal, and to oversight', () => {
    expect(topicPlan(order, 'pilot.')).toEqual({
      states: ['JAM', 'USA'],
      copies: 3,
      access: [
        {
          principal: 'jam',
          reads: ['tracing-requests.JAM', 'tracing-replies.JAM', 'directory'],
          writes: ['tracing-requests.USA', 'tracing-replies.USA', 'clock-facts', 'dead-letters.JAM'],
          groupPrefix: 'JAM.',
          topicPrefix: 'pilot.',
        },
        {
          principal: 'CN=usa,O=Focal point',
          reads: ['tracing-requests.USA', 'tracing-replies.USA', 'directory'],
          writes: ['tracing-requests.JAM', 'tracing-replies.JAM', 'clock-facts', 'dead-letters.USA'],
          groupPrefix: 'USA.',
          topicPrefix: 'pilot.',
        },
        {
          principal: 'oversight',
          reads: ['clock-facts'],
          writes: ['directory', 'dead-letters.oversight'],
          groupPrefix: 'oversight',
          topicPrefix: 'pilot.',
        },
      ],
    });
  });

  test('are made for all States, and nobody gets access, unless it is said who', () => {
    expect(topicPlan({ states: 'USA, JAM' }, '')).toEqual({
      states: ['JAM', 'USA'],
      copies: undefined,
      access: [],
    });
  });

  test.each([
    [{ states: 'JAM,ATLANTIS' }, '--states holds "ATLANTIS"'],
    [{ states: 'JAM', principal: ['USA=User:usa'] }, '--principal is "USA=User:usa"'],
    [{ states: 'JAM', principal: ['JAM'] }, '--principal is "JAM"'],
    [{ states: 'JAM', principal: ['JAM=User:'] }, '--principal is "JAM=User:"'],
    [{ states: 'JAM', principal: ['JAM=a'], oversight: 'User:a' }, 'a principal of its own'],
    [{ states: 'JAM', copies: 'many' }, '--copies is "many"'],
  ])('are not made of words that cannot be meant: %j', (wrong, sentence) => {
    expect(() => topicPlan(wrong, '')).toThrow(InvalidSetting);
    expect(() => topicPlan(wrong, '')).toThrow(sentence);
  });

  test('are made as the document of the protocol says', () => {
    const { channels } = asyncApi(new Map()) as {
      readonly channels: Readonly<
        Record<string, { readonly address: string; readonly bindings: { readonly kafka: object } }>
      >;
    };
    for (const { address, bindings } of Object.values(channels)) {
      const channel = address.replace(/\{.*\}/, 'JAM');
      expect(channelsOf(['JAM'])).toContain(channel);
      const { numPartitions, configEntries = [] } = topicConfig(channel, { partitions: partitionsOf });
      const said = new Map(
        configEntries.map(({ name, value }) => [name, name === 'cleanup.policy' ? [value] : Number(value)]),
      );
      expect(bindings.kafka).toEqual({
        partitions: numPartitions,
        topicConfiguration: Object.fromEntries<unknown>(said),
        bindingVersion: '0.5.0',
      });
    }
  });
});
