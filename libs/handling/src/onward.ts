import type { GivenCondition, OnTerms } from './condition';
import { tighten } from './tighten';

/** The giver agreed that one further State gets to see the answer on one item (ITI 15(c)). */
export interface Consent {
  /** Number of the question that it answers. */
  readonly number: number;
  readonly item: number;
  /** ISO 3166-1 alpha-3. */
  readonly to: string;
  /** What it was asked for, in words. */
  readonly purpose: string;
  /** On what terms, in words; absent: on none but those of the answer. */
  readonly terms?: string;
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

/** A further State, and the intended use that it is told the answer is wanted for (ITI 17(c)). */
interface NextHolder {
  readonly state: string;
  readonly purpose?: string;
}

/**
 * How the copy is bound that a further State gets: by the same conditions and by the terms of every consent to it, which hold for the use
 * that it was asked for. By no consent: it was given for that State and for none beyond it. What binds only tightens on the way; the
 * giver loosens it by correcting its answer.
 */
export function heldBy({ state, purpose = '' }: NextHolder, handling: Handling): Handling {
  const terms = handling.consents.flatMap((consent): readonly OnTerms[] => {
    if (consent.item !== handling.item || consent.to !== state || consent.terms === undefined) return [];
    return [{ kind: 'ON_TERMS', state, use: purpose, purpose: consent.purpose, terms: consent.terms }];
  });
  const conditions = terms.length === 0 ? handling.conditions : tighten(handling.conditions, terms);
  return { ...handling, recipient: state, conditions, consents: [], notices: [] };
}

export function hasConsent({ consents, item }: Handling, to: string): boolean {
  return consents.some((consent) => consent.item === item && consent.to === to);
}

/** Whether the giver must still be told before the answer is disclosed against its conditions. */
export function owesNotice({ conditions, notices, item }: Handling, to: string): boolean {
  return conditions.length > 0 && !notices.some((notice) => notice.item === item && notice.to === to);
}
