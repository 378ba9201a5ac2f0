import { type Decider, never } from '../decider';
import type { DomainEvent } from '../event';
import { Rejection } from '../rejection';
import { specificationOf } from './decider-specification';

type Door = { readonly status: 'open' | 'closed' };
type DoorEvent = DomainEvent<'DoorOpened' | 'DoorClosed', { readonly by: string }>;
interface OpenDoor {
  readonly by: string;
  readonly at: number;
}

const fact = (type: DoorEvent['type'], occurredAt: number, by: string): DoorEvent => ({
  type,
  occurredAt,
  clock: null,
  data: { by },
});

const door: Decider<Door, OpenDoor, DoorEvent> = {
  category: 'door',
  initial: { status: 'closed' },
  decide: ({ by, at }, { status }) =>
    status === 'open'
      ? new Rejection('conflict', 'already-open', 'The door is open.')
      : [fact('DoorOpened', at, by)],
  evolve: (_, { type }) => {
    switch (type) {
      case 'DoorOpened':
        return { status: 'open' };
      case 'DoorClosed':
        return { status: 'closed' };
      default:
        throw never(type, 'event type');
    }
  },
};

describe('the specification of a decider', () => {
  const { given } = specificationOf(door);

  it('compares whole events', () => {
    given([])
      .when({ by: 'FRA', at: 5 })
      .then([fact('DoorOpened', 5, 'FRA')]);
    const wrong = [fact('DoorOpened', 6, 'FRA'), fact('DoorOpened', 5, 'BEL'), fact('DoorClosed', 5, 'FRA')];
    for (const event of wrong) {
      expect(() => {
        given([]).when({ by: 'FRA', at: 5 }).then([event]);
      }).toThrow();
    }
    expect(() => {
      given([]).when({ by: 'FRA', at: 5 }).then([]);
    }).toThrow();
  });

  it('compares the code of a rejection', () => {
    const opened = given([fact('DoorOpened', 1, 'BEL')]).when({ by: 'FRA', at: 5 });
    opened.then('already-open');
    for (const wrong of ['already-closed', []]) {
      expect(() => {
        opened.then(wrong);
      }).toThrow();
    }
  });

  it('folds the whole history first', () => {
    given([fact('DoorOpened', 1, 'BEL'), fact('DoorClosed', 2, 'BEL')])
      .when({ by: 'FRA', at: 5 })
      .then([fact('DoorOpened', 5, 'FRA')]);
  });
});
