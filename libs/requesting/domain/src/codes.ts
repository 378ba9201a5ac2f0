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

/** The way on which the request travels. What was not said is OTHER: this exchange, desk to desk. */
export const CHANNELS = ['INTERPOL_I247', 'SIENA', 'BILATERAL', 'ETRACE', 'DIPLOMATIC', 'OTHER'] as const;
export type Channel = (typeof CHANNELS)[number];

/** In what connection the arm was found (ITI 17(a); criminal context of the Illicit Arms Flows Questionnaire). */
export const RECOVERY_CONTEXTS = [
  'CRIME',
  'ORGANIZED_CRIME',
  'TERRORISM',
  'ARMED_CONFLICT',
  'BORDER',
  'STOCKPILE_LOSS',
  'COLLECTION',
  'OTHER',
] as const;
export type RecoveryContext = (typeof RECOVERY_CONTEXTS)[number];

/** The limits on the use of an answer that its giver may set: ITI 15(a), (b), (c). */
export const USE_LIMITS = ['NEED_TO_KNOW', 'PURPOSE_ONLY', 'NO_ONWARD'] as const;
export type UseLimit = (typeof USE_LIMITS)[number];

/** What the answer should tell (after FP 7 and 10(3)). */
export const INFORMATION_SOUGHT = [
  'LAST_LEGAL_HOLDER',
  'EXPORT_LICENCE',
  'CONSIGNEE',
  'IMPORT_RECORD',
  'MANUFACTURE_RECORD',
  'STOLEN_LOST_STATUS',
  'STOCK_ISSUE',
  'AUTHENTICITY_OF_MARK',
] as const;
export type InformationSought = (typeof INFORMATION_SOUGHT)[number];

/** Where a desk looks before it asks another State. */
export const PRIOR_CHECK_REGISTERS = ['NATIONAL_REGISTER', 'NATIONAL_STOLEN_LOST', 'IARMS', 'OTHER'] as const;
export type PriorCheckRegister = (typeof PRIOR_CHECK_REGISTERS)[number];

export const PRIOR_CHECK_RESULTS = ['NOTHING_FOUND', 'FOUND', 'INCONCLUSIVE', 'NOT_SEARCHED'] as const;
export type PriorCheckResult = (typeof PRIOR_CHECK_RESULTS)[number];

/** What a photograph shows: each side, each mark close up with a scale (ISACS 05.31). */
export const PHOTOGRAPH_VIEWS = ['LEFT', 'RIGHT', 'MARK', 'HEADSTAMP', 'PACKAGING', 'OTHER'] as const;
export type PhotographView = (typeof PHOTOGRAPH_VIEWS)[number];

/** Why the requesting State needs no more from a request that was answered or refused. */
export const CONCLUSIONS = [
  'POINT_OF_DIVERSION_KNOWN',
  'LEAD_EXHAUSTED',
  'NO_LONGER_NEEDED',
  // Another State is asked next (8.1: CLOSED with a child request).
  'FOLLOWED_ON',
] as const;
export type Conclusion = (typeof CONCLUSIONS)[number];
