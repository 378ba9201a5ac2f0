/** Tracing requests of one State to the United States for arms recovered in one year. */
export interface YearVolume {
  readonly requestingState: string;
  readonly year: number;
  readonly requests: number;
  /** Percent found to have been made in, or legally imported into, the United States. */
  readonly usSourced: number;
}

/**
 * Figures of the United States Bureau of Alcohol, Tobacco, Firearms and Explosives for recoveries of 2020 to 2024, as
 * compiled by the press in 2025; those of Haiti for 2022 and 2023 are not stated. They count requests; everything else in
 * the demonstration is drawn at random and says so.
 */
export const YEAR_VOLUMES: readonly YearVolume[] = [
  ...volumes(
    'BHS',
    [2020, 209, 98.6],
    [2021, 238, 99.2],
    [2022, 331, 98.2],
    [2023, 271, 98.2],
    [2024, 240, 98.8],
  ),
  ...volumes(
    'DOM',
    [2020, 76, 73.7],
    [2021, 109, 86.2],
    [2022, 134, 97.0],
    [2023, 170, 95.3],
    [2024, 50, 92.0],
  ),
  ...volumes('HTI', [2020, 81, 87.7], [2021, 125, 84.8], [2024, 46, 87.0]),
  ...volumes(
    'JAM',
    [2020, 472, 66.9],
    [2021, 576, 69.4],
    [2022, 473, 77.0],
    [2023, 276, 84.8],
    [2024, 606, 84.0],
  ),
  ...volumes(
    'TTO',
    [2020, 298, 52.0],
    [2021, 391, 51.7],
    [2022, 389, 66.1],
    [2023, 213, 67.1],
    [2024, 207, 74.9],
  ),
];

function volumes(
  requestingState: string,
  ...years: readonly (readonly [year: number, requests: number, usSourced: number])[]
): readonly YearVolume[] {
  return years.map(([year, requests, usSourced]) => ({ requestingState, year, requests, usSourced }));
}

/** Desks of the demonstration: real time zones, bodies that are said to be synthetic. */
export const DESKS = [
  { state: 'BHS', timeZone: 'America/Nassau' },
  { state: 'DOM', timeZone: 'America/Santo_Domingo' },
  { state: 'HTI', timeZone: 'America/Port-au-Prince' },
  { state: 'JAM', timeZone: 'America/Jamaica' },
  { state: 'TTO', timeZone: 'America/Port_of_Spain' },
  { state: 'USA', timeZone: 'America/New_York' },
] as const;
