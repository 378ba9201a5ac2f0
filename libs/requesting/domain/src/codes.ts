/** Why the arm is held to be illicit: the closed list of ITI 6. */
export const ILLICIT_GROUNDS = [
  'ILL_NATLAW',
  'ILL_EMBARGO',
  'ILL_UNMARKED',
  'ILL_MFR',
  'ILL_TRANSFER',
] as const;
export type IllicitGround = (typeof ILLICIT_GROUNDS)[number];

/** What the answer is wanted for (ITI 17(c)). */
export const INTENDED_USES = [
  'INVESTIGATION',
  'PROSECUTION',
  'DIVERSION_ANALYSIS',
  'EMBARGO_MONITORING',
  'RETURN',
  'STATISTICS',
] as const;
export type IntendedUse = (typeof INTENDED_USES)[number];

/** How the arm came into official hands: the categories of SDG indicator 16.4.2. */
export const ACQUISITION_MODES = ['SEIZED', 'FOUND', 'SURRENDERED'] as const;
export type AcquisitionMode = (typeof ACQUISITION_MODES)[number];

export const PRIORITIES = ['ROUTINE', 'URGENT'] as const;
export type Priority = (typeof PRIORITIES)[number];

/** Why the requesting State needs no more from a request that was answered or refused. */
export const CONCLUSIONS = ['POINT_OF_DIVERSION_KNOWN', 'LEAD_EXHAUSTED', 'NO_LONGER_NEEDED'] as const;
export type Conclusion = (typeof CONCLUSIONS)[number];
