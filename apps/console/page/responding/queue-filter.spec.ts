import { isSame } from '../matters/docket-filter';
import { changed, filterIn } from './queue-filter';

test('an address gives the filter it names, and nothing that is none', () => {
  expect(filterIn({ due: 'OVERDUE', requesting: 'JAM', status: 'received', order: 'newest' })).toEqual({
    ...{ due: 'OVERDUE', requesting: 'JAM', status: 'received', order: 'newest' },
  });
  expect(filterIn({ due: 'SOON', requesting: 'Jamaica', status: 7, order: 'due', other: 'x' })).toEqual({});
});

test('a member is set and taken out again', () => {
  const urgent = changed({}, 'priority', 'URGENT');
  expect(urgent).toEqual({ priority: 'URGENT' });
  expect(changed(urgent, 'priority', '')).toEqual({});
});

test('two filters are the same in whatever order they were chosen', () => {
  expect(isSame({ due: 'OPEN', status: 'received' }, { status: 'received', due: 'OPEN' })).toBe(true);
  expect(isSame({ due: 'OPEN' }, {})).toBe(false);
});
