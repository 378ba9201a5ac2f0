import {
  conditionOf,
  type GivenCondition,
  mayKnowConditions,
  mayRelease,
  type Reader,
} from '@vestigo/handling';
import type { Instant } from '@vestigo/kernel';
import type { MatterStatus, Result } from '@vestigo/lifecycle';
import { handlingOfHop, nextReader } from './follow-on';
import { furtherStates, type Hop, isSameHop, outcomesOf, resultOfHop } from './hop';
import type { ClockRules } from './desk-clock';
import { clocksOf, type HopClocks } from './hop-clocks';
import { type OwedAct, owedActs, spanOf, type TrailSpan } from './owed-acts';
import { hopsBefore, type Trail } from './trail';

/** A question as its reader may see it: parties, codes, instants and conditions, never what was asked or answered. */
export interface ShownHop {
  /** 1 for the first of those that are shown. */
  readonly number: number;
  /** Number of the hop that it follows from; null for the first. */
  readonly follows: number | null;
  readonly requestId: string;
  readonly item: number;
  readonly requestingState: string;
  readonly respondingState: string;
  readonly imported: boolean;
  readonly status: MatterStatus;
  readonly result: Result | null;
  readonly outcomes: readonly string[];
  readonly furtherStates: readonly string[];
  readonly clocks: HopClocks;
  /** Those in force on the answers; of one that the reader may not know no more than its kind. */
  readonly conditions: readonly GivenCondition[];
}

export interface ShownTrail extends TrailSpan {
  /** States by which the question came to the first hop that is shown, the nearest last. */
  readonly before: readonly StatePair[];
  readonly hops: readonly ShownHop[];
  readonly owed: readonly (OwedAct & { readonly hop: number })[];
}

export interface StatePair {
  readonly requestingState: string;
  readonly respondingState: string;
}

/** Who reads, when, and what limits are derived from. */
export interface Reading extends ClockRules {
  readonly reader: Reader;
  readonly at: Instant;
}

/**
 * A trail for its reader: all of it for the State that follows it and for a coordinator. A State that was asked sees the questions that were put to it,
 * and which States stand before as far as the conditions of their answers let it know. Nothing for anybody else.
 */
export function shownTrail({ hops }: Trail, reading: Reading): readonly ShownTrail[] {
  const { reader } = reading;
  const followsAll = reader.state === null || hops[0].request.parties.requestingState === reader.state;
  if (followsAll) return [shown(hops, hops, [], reading)];
  return hops
    .filter(({ request }) => request.parties.respondingState === reader.state)
    .map((hop) => shown([hop], hops, statesBefore(hop, hops, reading), reading));
}

function shown(
  visible: readonly Hop[],
  hops: readonly Hop[],
  before: readonly StatePair[],
  reading: Reading,
): ShownTrail {
  const timed = visible.map((hop) => ({ hop, clocks: clocksOf(hop, reading) }));
  const owed = timed.flatMap(({ hop, clocks }, index) =>
    owedActs(hop, clocks, hops).map((act) => ({ ...act, hop: index + 1 })),
  );
  const clocks = timed.map((each) => each.clocks);
  return {
    ...spanOf(clocks, owed, reading.at),
    before,
    hops: timed.map((each, index) => ({
      number: index + 1,
      ...shownHop(each.hop, each.clocks, visible, reading),
    })),
    owed,
  };
}

function shownHop(
  hop: Hop,
  clocks: HopClocks,
  visible: readonly Hop[],
  reading: Reading,
): Omit<ShownHop, 'number'> {
  const { requestingState, respondingState, imported } = hop.request.parties;
  const follows = visible.findIndex((other) => hop.follows !== null && isSameHop(other, hop.follows));
  return {
    follows: follows < 0 ? null : follows + 1,
    requestId: hop.requestId,
    item: hop.item,
    requestingState,
    respondingState,
    imported,
    status: hop.request.status,
    result: resultOfHop(hop),
    outcomes: outcomesOf(hop),
    furtherStates: furtherStates(hop),
    clocks,
    conditions: conditionsFor(hop, reading),
  };
}

function conditionsFor(hop: Hop, { reader, at }: Reading): readonly GivenCondition[] {
  const handling = handlingOfHop(hop);
  if (mayKnowConditions(mayRelease(handling, 'read', reader, at))) return handling.conditions;
  return handling.conditions.map((condition) => ({ kind: conditionOf(condition).kind }));
}

/** Conditions only tighten on their way: beyond an answer that is not released nothing is told. */
function statesBefore(hop: Hop, hops: readonly Hop[], { reader, at }: Reading): readonly StatePair[] {
  const states: StatePair[] = [];
  if (reader.state === null || reader.role !== 'officer') return states;
  for (const parent of hopsBefore(hop, hops)) {
    const next = {
      ...nextReader(parent, reader.state),
      ...(reader.authority && { authority: reader.authority }),
    };
    if (!mayRelease(handlingOfHop(parent), 'follow-on', next, at).released) break;
    const { requestingState, respondingState } = parent.request.parties;
    states.unshift({ requestingState, respondingState });
  }
  return states;
}
