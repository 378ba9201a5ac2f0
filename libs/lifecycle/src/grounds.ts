/** The four grounds of ITI 22 for delaying, restricting or refusing. */
export const ITI_22_GROUNDS = [
  'ITI22_INVESTIGATION',
  'ITI22_CONFIDENTIALITY_LAW',
  'ITI22_NO_CONFIDENTIALITY_GUARANTEE',
  'ITI22_NATIONAL_SECURITY',
] as const;

/** Directive (EU) 2023/977, article 6: why information is refused, wholly or in part. */
export const EU_977_REFUSAL_GROUNDS = [
  'EU977_NOT_AVAILABLE',
  'EU977_AUTHORIZATION_DENIED',
  'EU977_DATA_CATEGORY',
  'EU977_DATA_INACCURATE',
  'EU977_NATIONAL_SECURITY',
  'EU977_JEOPARDY',
  'EU977_UNDUE_HARM',
  'EU977_MINOR_OFFENCE',
  'EU977_NO_THIRD_STATE_CONSENT',
] as const;

/** Directive (EU) 2023/977, article 5(2): the only reason to be late. */
export const EU_977_DELAY_GROUND = 'EU977_AUTHORIZATION_AWAITED';

/** A ground that no instrument knows may be recorded; it is flagged as such. */
export const OTHER_GROUND = 'OTHER_NOT_IN_TEXT';

export const GROUNDS = [
  ...ITI_22_GROUNDS,
  ...EU_977_REFUSAL_GROUNDS,
  EU_977_DELAY_GROUND,
  OTHER_GROUND,
] as const;
export type Ground = (typeof GROUNDS)[number];

export type HoldingBack = 'delay' | 'restriction' | 'refusal';

/**
 * The grounds on which an act that holds something back may rest: those of the instruments that the request names, ITI 22 where
 * these have none of their own, and the one that no instrument knows.
 */
export function groundsOf(regimes: readonly string[], act: HoldingBack): readonly Ground[] {
  const european: readonly Ground[] = act === 'delay' ? [EU_977_DELAY_GROUND] : EU_977_REFUSAL_GROUNDS;
  const others = regimes.length === 0 || regimes.some((regime) => regime !== 'EU977');
  return [...(others ? ITI_22_GROUNDS : []), ...(regimes.includes('EU977') ? european : []), OTHER_GROUND];
}

/** True for a ground that no instrument knows. */
export function isOutsideInstrument(ground: string): boolean {
  return ground === OTHER_GROUND;
}
