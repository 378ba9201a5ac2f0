import type { Instant } from '@vestigo/kernel';
import type { Limit } from './limit';

/** What a text asks for: `binding` in law, a `political` undertaking, or a `target` that a service sets itself. */
export type RegimeNature = 'binding' | 'political' | 'target';

/** How a number was come by: only `read` and `well-known` may be shown as what a text says. */
export type RuleMark = 'read' | 'well-known' | 'to-be-checked' | 'own-proposal';

export interface ClockRules {
  /** null where the text gives no number. */
  readonly acknowledge: Limit | null;
  readonly answer: Limit | null;
  /** To say yes or no to onward release (ITI 15(c)). */
  readonly consent: Limit | null;
  /** Whether the clock of the answer stands still while the requesting State owes information. */
  readonly suspendsWhileInformationIsOwed: boolean;
  /** Where the text says so. */
  readonly clause: string;
  readonly mark: RuleMark;
}

export interface RegimeVersion {
  /** Applies to requests received from then on. */
  readonly validFrom: Instant;
  /** Applies to receipts recorded from then on: a later correction makes nobody late in the past. */
  readonly knownFrom: Instant;
  readonly routine: ClockRules;
  readonly urgent: ClockRules;
}

/** Law as data. */
export interface RegimeProfile {
  readonly code: string;
  readonly title: string;
  readonly nature: RegimeNature;
  /** True when none of its rules is still to be checked against the text. */
  readonly verified: boolean;
  readonly versions: readonly RegimeVersion[];
}

export type ShownNature = RegimeNature | 'unverified';

/** The nature to show to a user: nothing unverified is shown as law. */
export function shownNature({ nature, verified }: RegimeProfile): ShownNature {
  return verified ? nature : 'unverified';
}

/** The version that governs a receipt: in force by then, known by the time of recording, the latest of these. */
export function versionFor(
  profile: RegimeProfile,
  { receivedAt, recordedAt }: { readonly receivedAt: Instant; readonly recordedAt: Instant },
): RegimeVersion | undefined {
  let governing: RegimeVersion | undefined;
  for (const version of profile.versions) {
    if (version.validFrom > receivedAt || version.knownFrom > recordedAt) continue;
    if (governing === undefined || isLater(version, governing)) governing = version;
  }
  return governing;
}

function isLater(one: RegimeVersion, other: RegimeVersion): boolean {
  if (one.validFrom !== other.validFrom) return one.validFrom > other.validFrom;
  return one.knownFrom >= other.knownFrom;
}

/**
 * 16 hexadecimal digits (FNV-1a, 64 bits) over every datum of the profiles, whatever the order of their keys. Views that
 * derive due instants put it into their version, to be folded anew when a profile changes.
 */
export function profilesFingerprint(profiles: readonly RegimeProfile[]): string {
  const text = JSON.stringify(profiles, (_key, value: unknown) => withSortedKeys(value));
  let hash = 0xcbf29ce484222325n;
  for (let index = 0; index < text.length; index += 1) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(text.charCodeAt(index))) * 0x100000001b3n);
  }
  return hash.toString(16).padStart(16, '0');
}

function withSortedKeys(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}
