import * as fc from 'fast-check';
import { accessOfOversight, accessOfState, channelsOf, houseOf, partitionsOf } from './channels';

describe('the channels of an exchange', () => {
  test('are two letter boxes and a box of dead letters a State, and those of oversight', () => {
    expect(channelsOf(['JAM', 'USA'])).toEqual([
      'tracing-requests.JAM',
      'tracing-replies.JAM',
      'tracing-requests.USA',
      'tracing-replies.USA',
      'clock-facts',
      'directory',
      'dead-letters.JAM',
      'dead-letters.USA',
      'dead-letters.oversight',
    ]);
  });

  test('have several partitions where one receiver need not see all in order', () => {
    expect(channelsOf(['JAM']).map(partitionsOf)).toEqual([3, 3, 1, 1, 1, 1]);
  });
});

describe('access to channels', () => {
  test('lets a State read its own boxes and the directory, and write to others', () => {
    expect(accessOfState('JAM', ['JAM', 'TTO', 'USA'])).toEqual({
      reads: ['tracing-requests.JAM', 'tracing-replies.JAM', 'directory'],
      writes: [
        'tracing-requests.TTO',
        'tracing-replies.TTO',
        'tracing-requests.USA',
        'tracing-replies.USA',
        'clock-facts',
        'dead-letters.JAM',
      ],
    });
  });

  const anyStates = fc.uniqueArray(fc.stringMatching(/^[A-Z]{3}$/), { minLength: 2, maxLength: 8 });

  test('lets every letter box be read by its own State alone, and written to by all others', () => {
    fc.assert(
      fc.property(anyStates, (states) => {
        for (const box of channelsOf(states).filter((channel) => channel.startsWith('tracing-'))) {
          const [, owner] = box.split('.');
          const who = (right: 'reads' | 'writes') =>
            states.filter((state) => accessOfState(state, states)[right].includes(box));
          expect([who('reads'), who('writes')]).toEqual([[owner], states.filter((state) => state !== owner)]);
          expect([...accessOfOversight.reads, ...accessOfOversight.writes]).not.toContain(box);
        }
      }),
    );
  });

  test('names channels that are there', () => {
    fc.assert(
      fc.property(anyStates, (states) => {
        const granted = [accessOfOversight, ...states.map((state) => accessOfState(state, states))];
        const unknown = granted
          .flatMap(({ reads, writes }) => [...reads, ...writes])
          .filter((channel) => !channelsOf(states).includes(channel));
        expect(unknown).toEqual([]);
      }),
    );
  });
});

test('a service goes by the name of its State, or by its own where it serves several', () => {
  expect([houseOf('responding', ['USA']), houseOf('responding', ['JAM', 'USA'])]).toEqual([
    'USA',
    'responding',
  ]);
});
