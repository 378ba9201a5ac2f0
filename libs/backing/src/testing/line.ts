import { type EventStore, Unavailable } from '@vestigo/kernel';

/** The line of one replica to the store, which fails as networks do. */
export interface Line {
  readonly store: EventStore;
  /** Nothing gets through. */
  cutOff(): void;
  /** Appends are written, and nobody is told. */
  loseAnswers(): void;
  /** Calls get through only once the line is mended. */
  freeze(): void;
  mend(): void;
}

type Trouble = 'none' | 'cut off' | 'answers lost' | 'frozen';

export function lineTo(store: EventStore): Line {
  let trouble: Trouble = 'none';
  let waiting: (() => void)[] = [];
  const through = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    if (trouble === 'frozen') await new Promise<void>((resolve) => waiting.push(resolve));
    if (trouble === 'cut off') throw new Unavailable('cut off');
    const result = await work();
    if (trouble === 'answers lost') throw new Unavailable('the answer was lost');
    return result;
  };
  const become = (next: Trouble) => () => {
    trouble = next;
    for (const pass of waiting) pass();
    waiting = [];
  };
  return {
    store: {
      ...store,
      append: (stream, expected, events) => through(() => store.append(stream, expected, events)),
      read: (stream) => through(() => store.read(stream)),
    },
    cutOff: become('cut off'),
    loseAnswers: become('answers lost'),
    freeze: become('frozen'),
    mend: become('none'),
  };
}
