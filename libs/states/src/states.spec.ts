import { isState, STATE_CODES, stateName, stateOfAlpha2 } from './states';

test('the list holds every State of ISO 3166-1 by its three letters', () => {
  expect(STATE_CODES.length).toBeGreaterThanOrEqual(249);
  expect(STATE_CODES).toEqual([...STATE_CODES].sort());
  expect(['JAM', 'USA', 'TTO', 'BHS', 'HTI', 'DOM'].every(isState)).toBe(true);
});

test('a code that ISO 3166-1 does not know is no State', () => {
  expect(['ZZZ', 'jam', '', 'USA '].filter(isState)).toEqual([]);
});

test('a State has its English short name', () => {
  expect(stateName('JAM')).toBe('Jamaica');
  expect(stateName('ZZZ')).toBe('ZZZ');
});

test('the two letters of Eurostat lead to the State', () => {
  expect(['EL', 'UK', 'CH', 'DE'].map(stateOfAlpha2)).toEqual(['GRC', 'GBR', 'CHE', 'DEU']);
  expect(stateOfAlpha2('EU28')).toBeUndefined();
});
