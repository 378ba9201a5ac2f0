/** What the State that gives an answer may ask of whoever holds it (ITI 15; Firearms Protocol 12(5)). */
export const CONDITION_KINDS = [
  'NEED_TO_KNOW',
  'PURPOSE_ONLY',
  'NO_ONWARD',
  'COMMERCIAL',
  'EXPIRES',
  'ON_TERMS',
  'OTHER',
] as const;
export type ConditionKind = (typeof CONDITION_KINDS)[number];

/** The kinds that a State may set with its answer; terms are set with a consent. */
export const ANSWER_CONDITION_KINDS = CONDITION_KINDS.filter((kind) => kind !== 'ON_TERMS');

export type HandlingCondition =
  | NeedToKnow
  /** ITI 15(b): for these purposes and no other. */
  | { readonly kind: 'PURPOSE_ONLY'; readonly purposes: readonly string[] }
  /** ITI 15(c): to no further State without prior consent of the giver. */
  | { readonly kind: 'NO_ONWARD' }
  /** Firearms Protocol 12(5): read by the two States, and neither handed on nor taken out. */
  | { readonly kind: 'COMMERCIAL' }
  /** `on`: the last day on which it may be used, ISO 8601 date. */
  | { readonly kind: 'EXPIRES'; readonly on: string }
  | OnTerms
  /** Open text, or whatever this version does not know: nothing can weigh it, so it denies. */
  | { readonly kind: 'OTHER'; readonly text: string };

/** A condition as it was given and as it travels: whole, be it known here or not. `conditionOf` weighs it. */
export type GivenCondition = HandlingCondition | { readonly kind: string };

/** ITI 15(a): only these bodies, or only these roles; where both are named, only these roles of these bodies. */
interface NeedToKnow {
  readonly kind: 'NEED_TO_KNOW';
  readonly authorities?: readonly string[];
  readonly roles?: readonly string[];
}

/**
 * ITI 15(c): the giver let one further State have it, for one purpose and on terms in words. Nothing can weigh words, so that they
 * are shown to whoever reads, and open no other way than reading.
 */
export interface OnTerms {
  readonly kind: 'ON_TERMS';
  /** ISO 3166-1 alpha-3: consent was given for this State and for no other. */
  readonly state: string;
  /** The intended use that it was asked for (ITI 17(c)). */
  readonly use: string;
  /** What it was asked for, in words. */
  readonly purpose: string;
  readonly terms: string;
}

/**
 * A condition as it came, perhaps from a desk that knows more kinds. One that is unknown, malformed or carries a member
 * that is not known here becomes `OTHER`, and so denies: what it would have allowed cannot be told.
 */
export function conditionOf(raw: unknown): HandlingCondition {
  if (!isRecord(raw)) return { kind: 'OTHER', text: '' };
  const { kind, ...members } = raw;
  return knownCondition(kind, members) ?? { kind: 'OTHER', text: textOf(kind, members) };
}

/** The first instant after a day wherever on earth it ends first (UTC+14); undefined when there is no such day. */
export function endOfDay(date: string): number | undefined {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : NaN;
  // `Date.parse` carries 30 February over into March.
  if (Number.isNaN(day) || new Date(day).toISOString().slice(0, 10) !== date) return undefined;
  return day + (24 - 14) * hour;
}

const hour = 3_600_000;

type Members = Readonly<Record<string, unknown>>;

function knownCondition(kind: unknown, members: Members): HandlingCondition | undefined {
  switch (kind) {
    case 'NEED_TO_KNOW':
      return needToKnow(members);
    case 'PURPOSE_ONLY': {
      const { purposes, ...rest } = members;
      return isNames(purposes) && isEmpty(rest) ? { kind, purposes: inOrder(purposes) } : undefined;
    }
    case 'NO_ONWARD':
    case 'COMMERCIAL':
      return isEmpty(members) ? { kind } : undefined;
    case 'EXPIRES': {
      const { on, ...rest } = members;
      if (typeof on !== 'string' || endOfDay(on) === undefined || !isEmpty(rest)) return undefined;
      return { kind, on };
    }
    case 'ON_TERMS': {
      const { state, use, purpose, terms, ...rest } = members;
      if (![state, use, purpose, terms].every(isText) || !isEmpty(rest)) return undefined;
      return { kind, state: String(state), use: String(use), purpose: String(purpose), terms: String(terms) };
    }
    default:
      return undefined;
  }
}

/** One that names neither body nor role names nobody. */
function needToKnow({ authorities, roles, ...rest }: Members): HandlingCondition | undefined {
  if (!isEmpty(rest)) return undefined;
  if (authorities !== undefined && !isNames(authorities)) return undefined;
  if (roles !== undefined && !isNames(roles)) return undefined;
  if (!authorities && !roles) return { kind: 'NEED_TO_KNOW', authorities: [] };
  return {
    kind: 'NEED_TO_KNOW',
    ...(authorities && { authorities: inOrder(authorities) }),
    ...(roles && { roles: inOrder(roles) }),
  };
}

function textOf(kind: unknown, { text }: Members): string {
  if (kind === 'OTHER' && typeof text === 'string') return text;
  return typeof kind === 'string' ? kind : '';
}

const inOrder = (names: readonly string[]): readonly string[] => [...new Set(names)].sort();
const isEmpty = (members: Members): boolean => Object.values(members).every((value) => value === undefined);

const isText = (value: unknown): value is string => typeof value === 'string';

function isNames(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every(isText);
}

function isRecord(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
