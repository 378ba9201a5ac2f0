import type { EventStore, Position, View } from '@vestigo/kernel';
import { pairYears } from '@vestigo/oversight';
import { classFactTypes } from '@vestigo/oversight/domain';

/** Requests received, answered and refused, by `requesting > responding`. */
export type Figures = ReadonlyMap<string, Tally>;

export interface Tally {
  readonly received: number;
  readonly answered: number;
  readonly refused: number;
}

const none: Tally = { received: 0, answered: 0, refused: 0 };

/** Counts the requests of which the facts themselves tell it; a request that was received twice counts twice. */
export async function figuresOfLog(store: EventStore): Promise<Figures> {
  const figures = new Map<string, Tally>();
  const [answered, refused] = [new Set<string>(), new Set<string>()];
  const head = await store.head();
  for (let after: Position = 0; after < head;) {
    const { events, through } = await store.readFacts({ after, categories: ['traceCase'] });
    for (const { type, code, requestId, requestingState, respondingState } of events) {
      const pair = `${requestingState} > ${respondingState}`;
      const response = responseTo(type, code);
      if (type === 'CaseReceived') add(figures, pair, { ...none, received: 1 });
      if (response === 'answered' && !answered.has(requestId)) {
        answered.add(requestId);
        add(figures, pair, { ...none, answered: 1 });
      }
      if (response === 'refused' && !refused.has(requestId) && !answered.has(requestId)) {
        refused.add(requestId);
        add(figures, pair, { ...none, refused: 1 });
      }
    }
    after = through;
  }
  return figures;
}

/** How a fact responds to a request; many acts say the class that the whole request has after them. */
function responseTo(type: string, code: string): 'answered' | 'refused' | undefined {
  if (type === 'CaseRefused') return 'refused';
  if (code === '' || !classFactTypes.some((known) => known === type)) return undefined;
  return code === 'REFUSED' ? 'refused' : 'answered';
}

/** The same as the folded view tells it. */
export function figuresOfView(clocks: View): Figures {
  const figures = new Map<string, Tally>();
  for (const { requestingState, respondingState, ...tally } of pairYears(clocks)) {
    add(figures, `${requestingState} > ${respondingState}`, tally);
  }
  return figures;
}

/** Pairs whose figures are not the same in both. */
export function differingPairs(left: Figures, right: Figures): readonly string[] {
  return [...new Set([...left.keys(), ...right.keys()])]
    .filter((pair) => textOf(left.get(pair)) !== textOf(right.get(pair)))
    .sort();
}

export function totalOf(figures: Figures): Tally {
  return [...figures.values()].reduce(sum, none);
}

const textOf = ({ received, answered, refused }: Tally = none) => [received, answered, refused].join();

function add(figures: Map<string, Tally>, pair: string, tally: Tally): void {
  figures.set(pair, sum(figures.get(pair) ?? none, tally));
}

function sum(left: Tally, right: Tally): Tally {
  return {
    received: left.received + right.received,
    answered: left.answered + right.answered,
    refused: left.refused + right.refused,
  };
}
