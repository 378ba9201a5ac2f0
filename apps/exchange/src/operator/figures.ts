import type { EventStore, Position, View } from '@vestigo/kernel';
import { pairYears } from '@vestigo/oversight';

/** Requests received, answered and refused, by `requesting > responding`. */
export type Figures = ReadonlyMap<string, Tally>;

export interface Tally {
  readonly received: number;
  readonly answered: number;
  readonly refused: number;
}

const none: Tally = { received: 0, answered: 0, refused: 0 };

/** Counts the facts themselves: what stands twice in the log counts twice. */
export async function figuresOfLog(store: EventStore): Promise<Figures> {
  const figures = new Map<string, Tally>();
  const head = await store.head();
  for (let after: Position = 0; after < head;) {
    const { events, through } = await store.readFacts({ after, categories: ['traceCase'] });
    for (const { type, requestingState, respondingState } of events) {
      const one = counted[type];
      if (one) add(figures, `${requestingState} > ${respondingState}`, one);
    }
    after = through;
  }
  return figures;
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

const counted: Readonly<Partial<Record<string, Tally>>> = {
  CaseReceived: { ...none, received: 1 },
  CaseAnswered: { ...none, answered: 1 },
  CaseRefused: { ...none, refused: 1 },
};

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
