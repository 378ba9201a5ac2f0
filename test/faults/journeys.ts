import { oneOf, randomFrom } from './chance';

export type DeskName = 'requesting' | 'responding';

/** One command of a desk. The same journey has the same acts under the same keys whenever it is asked for. */
export interface Act {
  readonly desk: DeskName;
  readonly state: string;
  /** Below the matter; the first act begins it. */
  readonly command: 'submission' | 'acknowledgement' | 'answer' | 'refusal' | 'withdrawal' | 'closure';
  readonly body: Readonly<Record<string, unknown>>;
  readonly key: string;
  /** The statuses in which the desk's own record must be before an officer can do this. */
  readonly after?: readonly string[];
}

export interface Journey {
  /** Stands in the request as its reference, so that a request made twice shows. */
  readonly reference: string;
  readonly requestingState: string;
  readonly respondingState: string;
  readonly acts: readonly Act[];
}

export const askingStates = ['BRB', 'JAM', 'TTO'] as const;
const askedStates = ['USA', 'CAN'] as const;
export const allStates: readonly string[] = [...askingStates, ...askedStates].sort();

/** All that this State asks is history taken over, with instants of its own: its figures know nothing of when they were made. */
export const historian = 'BRB';

const endings = [
  'open',
  'acknowledged',
  'answered',
  'refused',
  'withdrawn at once',
  'withdrawn later',
] as const;

const answers = [
  { outcome: 'TRACED_LAST_HOLDER', lastLegalHolder: 'Gun shop of the north' },
  { outcome: 'NO_TRANSFER_RECORD' },
  {
    outcome: 'TRACED_EXPORTED_ON',
    onwardState: 'BRA',
    restriction: { ground: 'ITI22_NATIONAL_SECURITY', reason: 'Held back' },
  },
] as const;

const day = 86_400_000;
const begin = Date.parse('2020-01-06T09:00:00Z');

/** What becomes of one request, chosen by seed and number alone. */
export function plannedJourney(seed: string, number: number): Journey {
  const chance = randomFrom(`${seed}/${String(number)}`);
  const requestingState = oneOf(askingStates, chance);
  const respondingState = oneOf(askedStates, chance);
  const reference = `${seed}-${String(number)}`;
  const imported = requestingState === historian;
  let at = begin + Math.floor(chance() * 700) * day;
  const acts: Act[] = [];
  const add = (command: Act['command'], body: Act['body'], after?: Act['after']) => {
    const desk = ['acknowledgement', 'answer', 'refusal'].includes(command) ? 'responding' : 'requesting';
    acts.push({
      desk,
      state: desk === 'requesting' ? requestingState : respondingState,
      command,
      body: { ...body, ...(imported && { occurredAt: new Date(at).toISOString() }) },
      key: `${reference}-${command}`,
      ...(after && { after }),
    });
    at += Math.floor(1 + chance() * 40) * day;
  };
  add('submission', {
    respondingState,
    reference,
    priority: chance() < 0.3 ? 'URGENT' : 'ROUTINE',
    ...{ justification: 'Trial begins soon', illicitGrounds: ['ILL_NATLAW'] },
    ...{ legalBasis: 'Firearms Act, section 20', intendedUse: 'INVESTIGATION' },
    ...{ acquisitionMode: 'SEIZED', arm: { type: 'UNKNOWN_SMALL' }, imported },
  });
  const ending = oneOf(endings, chance);
  if (ending === 'withdrawn at once') add('withdrawal', { reason: 'Sent in error' });
  if (ending === 'open' || ending === 'withdrawn at once')
    return { reference, requestingState, respondingState, acts };
  if (ending !== 'refused' || chance() < 0.5) add('acknowledgement', {}, ['received']);
  if (ending === 'withdrawn later') add('withdrawal', { reason: 'Solved otherwise' }, ['acknowledged']);
  if (ending === 'answered') add('answer', oneOf(answers, chance), ['acknowledged']);
  if (ending === 'refused') {
    add('refusal', { ground: 'ITI22_INVESTIGATION', reason: 'An inquiry runs' }, [
      'received',
      'acknowledged',
    ]);
  }
  if ((ending === 'answered' || ending === 'refused') && chance() < 0.5) {
    add('closure', { conclusion: 'LEAD_EXHAUSTED' }, [ending]);
  }
  return { reference, requestingState, respondingState, acts };
}
