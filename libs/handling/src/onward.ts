import type { GivenCondition } from './condition';

/** The giver agreed that one further State gets to see the answer on one item (ITI 15(c)). */
export interface Consent {
  /** Number of the question that it answers. */
  readonly number: number;
  readonly item: number;
  /** ISO 3166-1 alpha-3. */
  readonly to: string;
}

/**
 * The giver was told that its conditions cannot be kept, before the disclosure (Firearms Protocol 12(5)). It is a duty
 * of the holder and opens nothing.
 */
export interface DisclosureNotice {
  readonly item: number;
  /** To whom the law of the holder makes it disclose. */
  readonly to: string;
}

/** What the answer on one item is bound by where it is held. */
export interface Handling {
  /** The State that gave the answer, ISO 3166-1 alpha-3: its own conditions do not bind it. */
  readonly giver: string;
  /** The State that holds it. */
  readonly recipient: string;
  readonly item: number;
  readonly conditions: readonly GivenCondition[];
  readonly consents: readonly Consent[];
  readonly notices: readonly DisclosureNotice[];
}

/**
 * How the copy is bound that a further State gets: by the same conditions, and by no consent, since consent was given
 * for that State and for none beyond it.
 */
export function heldBy(recipient: string, handling: Handling): Handling {
  return { ...handling, recipient, consents: [], notices: [] };
}

export function hasConsent({ consents, item }: Handling, to: string): boolean {
  return consents.some((consent) => consent.item === item && consent.to === to);
}

/** Whether the giver must still be told before the answer is disclosed against its conditions. */
export function owesNotice({ conditions, notices, item }: Handling, to: string): boolean {
  return conditions.length > 0 && !notices.some((notice) => notice.item === item && notice.to === to);
}
