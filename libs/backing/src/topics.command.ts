import { type ChannelAccess, kafkaSettings, provision } from '@vestigo/kafka';
import {
  type Access,
  accessOfOversight,
  accessOfState,
  channelsOf,
  groupPrefixOf,
  OVERSIGHT,
  partitionsOf,
} from '@vestigo/protocol';
import { type Environment, InvalidSetting, setting } from '@vestigo/service';
import { statesIn, understood } from './backing';

/** Between whom, and as whom they sign in to the cluster. */
export interface TopicsOrder {
  /** Codes of ISO 3166-1 alpha-3 with commas between them, or * for all. */
  readonly states: string;
  /** `<code>=<principal>`, one for each State that is to be let in. */
  readonly principal?: readonly string[];
  readonly oversight?: string;
  /** Number of brokers that hold each message. */
  readonly copies?: string;
}

/** Who may do what on an exchange between these States. */
export interface TopicPlan {
  readonly states: readonly string[];
  readonly access: readonly ChannelAccess[];
  /** Brokers that hold each message; undefined leaves it to the cluster. */
  readonly copies: number | undefined;
}

/**
 * `topics`: makes the topics of an exchange between States that are not there yet, and lets each State's principal do there what its
 * service must do and no more. Reads `KAFKA_TOPIC_PREFIX` and what `kafkaSettings` reads.
 */
export async function provideTopics(
  order: TopicsOrder,
  env: Environment,
  print: (line: string) => void,
): Promise<void> {
  const prefix = setting(env['KAFKA_TOPIC_PREFIX'], '');
  const { states, access, copies } = topicPlan(order, prefix);
  const channels = channelsOf(states);
  const made = await provision(
    understood(() => kafkaSettings(env)),
    {
      channels,
      topics: { prefix, partitions: partitionsOf, ...(copies !== undefined && { copies }) },
      access,
    },
  );
  for (const channel of channels) {
    print(`${prefix}${channel}  ${made.includes(channel) ? 'made' : 'there already, left as it is'}`);
  }
  for (const { principal, reads, writes, groupPrefix } of access) {
    print(
      `User:${principal}  reads ${reads.join(', ')}; writes ${String(writes.length)} channels; groups ${prefix}${groupPrefix}…`,
    );
  }
}

/** What is asked for. Throws `InvalidSetting`. */
export function topicPlan(
  { states: named, principal: given = [], oversight, copies }: TopicsOrder,
  topicPrefix: string,
): TopicPlan {
  const states = statesIn(named, '--states');
  const ofStates = given.map((text) => {
    const [code, principal] = splitOnce(text);
    if (!states.includes(code) || principal === '') {
      throw new InvalidSetting(
        `--principal is ${JSON.stringify(text)}; it must be one of --states, such as JAM=User:jam.`,
      );
    }
    return accessAs(principal, groupPrefixOf(code), accessOfState(code, states), topicPrefix);
  });
  const access = [
    ...ofStates,
    ...(oversight === undefined ? [] : [accessAs(oversight, OVERSIGHT, accessOfOversight, topicPrefix)]),
  ];
  const principals = new Set(access.map(({ principal }) => principal));
  if (principals.size < access.length) {
    throw new InvalidSetting('Each State, and oversight, must have a principal of its own.');
  }
  return { states, access, copies: copies === undefined ? undefined : numberIn(copies) };
}

/** A certificate's distinguished name holds `=` too. */
function splitOnce(text: string): readonly [string, string] {
  const end = text.indexOf('=');
  return end < 0 ? [text, ''] : [text.slice(0, end), nameIn(text.slice(end + 1))];
}

const nameIn = (principal: string) => principal.replace(/^User:/, '');

const accessAs = (
  principal: string,
  groupPrefix: string,
  access: Access,
  topicPrefix: string,
): ChannelAccess => ({
  principal: nameIn(principal),
  ...access,
  groupPrefix,
  topicPrefix,
});

function numberIn(text: string): number {
  const copies = Number(text);
  if (/^\d{1,2}$/.test(text) && copies > 0) return copies;
  throw new InvalidSetting(`--copies is ${JSON.stringify(text)}; it must be a number above 0.`);
}
