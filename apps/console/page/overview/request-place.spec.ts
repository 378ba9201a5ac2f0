import { requestPlace } from './request-place';

const parties = { requestingState: 'JAM', respondingState: 'USA' };

test.each([
  ['JAM', '/requests/$id'],
  ['USA', '/cases/$id'],
  [null, '/traces/$id'],
])('a reader of %s is led to %s', (state, place) => {
  expect(requestPlace({ state }, parties)).toBe(place);
});
