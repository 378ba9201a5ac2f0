import {
  conditionOf,
  CONDITION_KINDS,
  type GivenCondition,
  type HandlingCondition,
  type OnTerms,
} from './condition';

/**
 * What binds a holder further down: everything that bound the one before, and what was added. Conditions only tighten
 * on their way; the result releases exactly what both release.
 */
export function tighten(
  parent: readonly GivenCondition[],
  child: readonly GivenCondition[],
): readonly HandlingCondition[] {
  const conditions = [...parent, ...child].map(conditionOf);
  return CONDITION_KINDS.flatMap((kind) =>
    conditions.filter((condition) => condition.kind === kind).reduce<Conditions>(withOneMore, []),
  );
}

type Conditions = readonly HandlingCondition[];

/** `sofar`: conditions of the same kind as `next`; one at most, but for what is said in words. */
function withOneMore(sofar: Conditions, next: HandlingCondition): Conditions {
  if (next.kind === 'OTHER') return withText(sofar, next);
  if (next.kind === 'ON_TERMS') return withTerms(sofar, next);
  const [first] = sofar;
  return [first === undefined ? next : both(first, next)];
}

/** Every text stays, each once. */
function withText(sofar: Conditions, next: { readonly kind: 'OTHER'; readonly text: string }): Conditions {
  const texts = sofar.map((condition) => (condition.kind === 'OTHER' ? condition.text : ''));
  return [...new Set([...texts, next.text])].sort().map((text) => ({ kind: 'OTHER', text }));
}

/** The terms of every consent stay, each once. */
function withTerms(sofar: Conditions, next: OnTerms): Conditions {
  const all = [...sofar, next].map((terms): readonly [string, HandlingCondition] => [textOf(terms), terms]);
  return [...new Map(all)].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, terms]) => terms);
}

const textOf = (condition: HandlingCondition) =>
  JSON.stringify(Object.entries(condition).sort(([one], [other]) => (one < other ? -1 : 1)));

function both(left: HandlingCondition, right: HandlingCondition): HandlingCondition {
  if (left.kind === 'NEED_TO_KNOW' && right.kind === 'NEED_TO_KNOW') {
    const authorities = common(left.authorities, right.authorities);
    const roles = common(left.roles, right.roles);
    return { kind: 'NEED_TO_KNOW', ...(authorities && { authorities }), ...(roles && { roles }) };
  }
  if (left.kind === 'PURPOSE_ONLY' && right.kind === 'PURPOSE_ONLY') {
    return { kind: 'PURPOSE_ONLY', purposes: left.purposes.filter((name) => right.purposes.includes(name)) };
  }
  if (left.kind === 'EXPIRES' && right.kind === 'EXPIRES') return left.on <= right.on ? left : right;
  return left;
}

/** Absent: no limit from this side. */
function common(
  left: readonly string[] | undefined,
  right: readonly string[] | undefined,
): readonly string[] | undefined {
  return left && right ? left.filter((name) => right.includes(name)) : (left ?? right);
}
