import { LETTER_BOXES } from './addressing';
import { CLOCK_FACTS, deadLettersOf, DIRECTORY } from './channels';
import type { MessageKind } from './messages';
import type { NoticeKind } from './notices';
import { kindsOf } from './speakers';

/** What the document of the protocol says of one family of channels. */
export interface ChannelPlan {
  readonly address: string;
  readonly title: string;
  readonly description: string;
  readonly kinds: readonly (MessageKind | NoticeKind)[];
  /** What stands in braces in the address. */
  readonly parameters?: Readonly<Record<string, object>>;
}

const state = { description: 'ISO 3166-1 alpha-3 of the State whose box it is.', examples: ['JAM'] };
const house = {
  description:
    'The State (ISO 3166-1 alpha-3) whose services have the box; of a service of several, its name.',
  examples: ['JAM', 'oversight'],
};

export const channelPlans = {
  requests: {
    address: LETTER_BOXES.requests('{state}'),
    title: 'What is said to the State asked',
    description: 'Read by the service of the responding State alone; written to by all other States.',
    kinds: [...kindsOf('requesting'), 'message-refused', 'photograph-part'],
    parameters: { state },
  },
  replies: {
    address: LETTER_BOXES.replies('{state}'),
    title: 'What is said to the requesting State',
    description: 'Read by the service of the requesting State alone; written to by all other States.',
    kinds: [...kindsOf('responding'), 'message-refused'],
    parameters: { state },
  },
  clockFacts: {
    address: CLOCK_FACTS,
    title: 'What desks report to oversight',
    description: 'Clock facts without content, and how far they are complete. Read by oversight alone.',
    kinds: ['clock-fact-reported', 'facts-complete'],
  },
  directory: {
    address: DIRECTORY,
    title: 'What the directory says of States',
    description:
      'Points of contact, delegated desks, review policies and marking practices. Written to by oversight, which keeps them.',
    kinds: ['participant-changed', 'point-of-contact-registered'],
  },
  deadLetters: {
    address: deadLettersOf('{house}'),
    title: 'Messages that a service could not understand or follow',
    description:
      'Each as it came, so its content may be protected. The log of the service keeps it too, and the service can run it again.',
    kinds: ['message-dead-lettered'],
    parameters: { house },
  },
} as const satisfies Readonly<Record<string, ChannelPlan>>;

export type ChannelName = keyof typeof channelPlans;

/** What one service sends and receives. */
export interface ServicePlan {
  readonly service: 'requesting' | 'responding' | 'oversight';
  readonly sends: readonly ChannelName[];
  /** With the consumer group, less what a State puts before it. */
  readonly receives: Readonly<Partial<Record<ChannelName, string>>>;
}

export const servicePlans: readonly ServicePlan[] = [
  {
    service: 'requesting',
    sends: ['requests', 'clockFacts', 'deadLetters'],
    receives: { replies: 'requesting@tracing-replies', directory: 'requesting-directory@directory' },
  },
  {
    service: 'responding',
    sends: ['replies', 'clockFacts', 'deadLetters'],
    receives: { requests: 'responding@tracing-requests', directory: 'responding-directory@directory' },
  },
  {
    service: 'oversight',
    sends: ['directory', 'deadLetters'],
    receives: { clockFacts: 'oversight@clock-facts' },
  },
];
