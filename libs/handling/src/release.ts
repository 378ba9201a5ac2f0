import { type ConditionKind, endOfDay, type HandlingCondition, type OnTerms } from './condition';
import { type Handling, hasConsent } from './onward';
import { tighten } from './tighten';

/** Every way on which content of an answer could leave. */
export const WAYS_OUT = [
  'read',
  'search',
  'list',
  'export',
  'follow-on',
  'projection',
  'log-line',
  'metric',
] as const;
export type WayOut = (typeof WAYS_OUT)[number];

/** Who would get to see it. */
export interface Reader {
  /** ISO 3166-1 alpha-3; null for somebody of no State. */
  readonly state: string | null;
  readonly role: string;
  /** The body to which the reader belongs, as its identity provider vouches; absent: none that is known. */
  readonly authority?: string;
  /** What it is wanted for (ITI 17(c)); absent: nobody said. */
  readonly purpose?: string;
}

/** For the ways out whose readers nobody can name: a log, a figure, a view. */
export const ANYBODY: Reader = { state: null, role: 'anybody' };

export interface Denial {
  /** The condition that denies; else the rule of the exchange that holds without any condition. */
  readonly condition: ConditionKind | 'NO_CONTENT_HERE' | 'NOT_A_PARTY' | 'ROLE_WITHOUT_CONTENT';
  readonly clause: string;
  readonly reason: string;
}

/** Whether the protected fields of an answer may go out. Codes may always: clocks and rates live by them. */
export type Decision =
  | { readonly released: true }
  | { readonly released: false; readonly deniedBy: readonly [Denial, ...Denial[]] };

/** Weighs the conditions of an answer for one way out, one reader and one instant. */
export function mayRelease(handling: Handling, wayOut: WayOut, reader: Reader, at: number): Decision {
  const unconditional = deniedToAnybody(handling, wayOut, reader);
  const conditions = reader.state === handling.giver ? [] : tighten(handling.conditions, []);
  const [first, ...others] = [
    ...(unconditional ? [unconditional] : []),
    ...conditions.flatMap((condition) => {
      const reason = deniedBecause(condition, handling, wayOut, reader, at);
      return reason === undefined
        ? []
        : [{ condition: condition.kind, clause: clauses[condition.kind], reason }];
    }),
  ];
  return first === undefined ? { released: true } : { released: false, deniedBy: [first, ...others] };
}

/**
 * Whether it is the giver's conditions alone that deny, if anything does. Such a reader is told them in full, open texts and
 * reasons included: nobody can keep or question what was not told (ITI 15, 23).
 */
export function mayKnowConditions(decision: Decision): boolean {
  return decision.released || decision.deniedBy.every(({ condition }) => condition in clauses);
}

const clauses: Readonly<Record<ConditionKind, string>> = {
  NEED_TO_KNOW: 'ITI 15(a)',
  PURPOSE_ONLY: 'ITI 15(b)',
  NO_ONWARD: 'ITI 15(c)',
  COMMERCIAL: 'Firearms Protocol 12(5)',
  EXPIRES: 'ITI 15',
  ON_TERMS: 'ITI 15(c)',
  OTHER: 'ITI 15',
};

/** Only officers act on content; a liaison desk routes, a coordinator counts. */
const contentRole = 'officer';

const contentOn: Readonly<Record<WayOut, 'nobody' | 'the parties' | 'any State'>> = {
  read: 'the parties',
  search: 'the parties',
  export: 'the parties',
  'follow-on': 'any State',
  list: 'nobody',
  projection: 'nobody',
  'log-line': 'nobody',
  metric: 'nobody',
};

/** What holds for an answer without conditions too. */
function deniedToAnybody({ giver, recipient }: Handling, wayOut: WayOut, reader: Reader): Denial | undefined {
  const ofTheExchange = (condition: Denial['condition'], reason: string): Denial => ({
    condition,
    clause: 'rule of the exchange',
    reason,
  });
  const readers = contentOn[wayOut];
  if (readers === 'nobody') return ofTheExchange('NO_CONTENT_HERE', `A ${wayOut} carries codes only.`);
  if (reader.role !== contentRole || reader.state === null) {
    return ofTheExchange('ROLE_WITHOUT_CONTENT', 'Only officers of a State read the content of an answer.');
  }
  if (readers === 'the parties' && reader.state !== giver && reader.state !== recipient) {
    return ofTheExchange('NOT_A_PARTY', 'The answer was neither given by this State nor to it.');
  }
  return undefined;
}

function deniedBecause(
  condition: HandlingCondition,
  handling: Handling,
  wayOut: WayOut,
  { state, role, authority, purpose }: Reader,
  at: number,
): string | undefined {
  const onward = state !== handling.recipient;
  switch (condition.kind) {
    case 'NEED_TO_KNOW': {
      const { authorities, roles } = condition;
      if (authorities && (authority === undefined || !authorities.includes(authority))) {
        return 'The reader belongs to none of the bodies that the giver named.';
      }
      return roles && !roles.includes(role)
        ? 'The reader has none of the roles that the giver named.'
        : undefined;
    }
    case 'PURPOSE_ONLY':
      if (purpose !== undefined && condition.purposes.includes(purpose)) return undefined;
      return 'It is wanted for another purpose than the giver allows.';
    case 'NO_ONWARD':
      if (!onward || (state !== null && hasConsent(handling, state))) return undefined;
      return 'The giver has not consented to release to this State.';
    case 'COMMERCIAL':
      if (!onward && wayOut === 'read') return undefined;
      return 'Commercial data is read by the two States and goes no further.';
    case 'EXPIRES':
      return at < (endOfDay(condition.on) ?? 0) ? undefined : 'The time for which it was given is over.';
    case 'ON_TERMS':
      return deniedOnTerms(condition, { holder: handling.recipient, onward, wayOut, purpose });
    case 'OTHER':
      return 'A condition that cannot be weighed here; ask the giver to restate it.';
  }
}

interface Onto {
  readonly holder: string;
  readonly onward: boolean;
  readonly wayOut: WayOut;
  readonly purpose: string | undefined;
}

function deniedOnTerms(terms: OnTerms, { holder, onward, wayOut, purpose }: Onto): string | undefined {
  if (holder !== terms.state || onward)
    return 'The giver consented to release to another State, and to no further one.';
  if (purpose !== terms.use) return 'It is wanted for another purpose than consent was asked for.';
  return wayOut === 'read'
    ? undefined
    : 'It was given on terms in words: it is read together with them and goes no further.';
}
