import { STATE_CODES } from '@vestigo/states';
import { DESKS, YEAR_VOLUMES } from './volumes';

/** Recovery years 2020 to 2024 as published; null where the source states no figure. */
const published = {
  BHS: [209, 238, 331, 271, 240],
  DOM: [76, 109, 134, 170, 50],
  HTI: [81, 125, null, null, 46],
  JAM: [472, 576, 473, 276, 606],
  TTO: [298, 391, 389, 213, 207],
} as const;

describe('the numbers of the demonstration', () => {
  test('are those that were published, State by State and year by year', () => {
    const stated = Object.entries(published).flatMap(([requestingState, years]) =>
      years.flatMap((requests, index) =>
        requests === null ? [] : [{ requestingState, year: 2020 + index, requests }],
      ),
    );
    expect(YEAR_VOLUMES.map(({ usSourced: _, ...volume }) => volume)).toEqual(stated);
  });

  test('add up to 5,981 requests', () => {
    expect(YEAR_VOLUMES.reduce((sum, { requests }) => sum + requests, 0)).toBe(5981);
  });

  test('give shares in percent', () => {
    for (const { usSourced } of YEAR_VOLUMES) {
      expect(usSourced).toBeGreaterThan(50);
      expect(usSourced).toBeLessThanOrEqual(100);
    }
  });

  test('come with a desk for every State, in a time zone that is known', () => {
    const states = new Set([...YEAR_VOLUMES.map(({ requestingState }) => requestingState), 'USA']);
    expect(DESKS.map(({ state }) => state)).toEqual([...states].toSorted());
    for (const { state, timeZone } of DESKS) {
      expect(STATE_CODES).toContain(state);
      expect(() => new Intl.DateTimeFormat('en', { timeZone })).not.toThrow();
    }
  });
});
