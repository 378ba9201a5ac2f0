import {
  type Consent,
  type Decision,
  type DisclosureNotice,
  type Handling,
  mayKnowConditions,
  mayRelease,
  type Reader,
  redacted,
  tighten,
  type WayOut,
} from '@vestigo/handling';
import type { ReceivedItemAnswer } from './answer-content';
import { standingOfItems } from './item-standing';
import type { RequestingActs, RespondingActs } from './matter';

/** The two States of a matter: who gave the answer, and who asked for it. */
export interface Parties {
  readonly requestingState: string;
  readonly respondingState: string;
}

/** What the two desks said to each other, as one of them knows it. */
export interface Said {
  readonly asked: RequestingActs;
  readonly replied: RespondingActs;
}

/** One answer that holds of an item, and the number of the act that gave it. */
export interface HeldAnswer {
  readonly givenIn: number;
  readonly answer: ReceivedItemAnswer;
}

/** The answers that hold of an item now: corrected ones are gone, supplements stand beside what they supplement. */
export function heldAnswers(item: number, { replied }: Said): readonly HeldAnswer[] {
  const [standing] = standingOfItems([item], replied);
  return replied.flatMap((act) => {
    if (!standing?.givenIn.includes(act.seq) || !('answers' in act.said)) return [];
    return act.said.answers
      .filter((answer) => answer.item === item)
      .map((answer) => ({ givenIn: act.seq, answer }));
  });
}

/**
 * What binds the answers on one item: the conditions of all that hold, so that a supplement without conditions frees nothing.
 * The giver loosens a condition by correcting what it gave.
 */
export function handlingOf(item: number, parties: Parties, said: Said): Handling {
  return {
    giver: parties.respondingState,
    recipient: parties.requestingState,
    item,
    conditions: tighten(
      [],
      heldAnswers(item, said).flatMap(({ answer }) => answer.conditions ?? []),
    ),
    consents: consentsIn(said),
    notices: noticesIn(said),
  };
}

/** Through which way out, to whom and when. */
export interface Release {
  readonly wayOut: WayOut;
  readonly reader: Reader;
  readonly at: number;
}

/** What a reader gets to see of one item. */
export interface ShownItem {
  readonly item: number;
  readonly answers: readonly object[];
  readonly decision: Decision;
  /** Only for whom nothing but conditions could keep from the content. */
  readonly handling?: ShownHandling;
}

interface ShownHandling extends Pick<Handling, 'conditions' | 'consents' | 'notices'> {
  /** Why part is held back (ITI 23). */
  readonly restrictions: readonly ReceivedRestriction[];
}

type ReceivedRestriction = NonNullable<ReceivedItemAnswer['restriction']>;

/** The answers on one item as they may go out: whole, or what is open of them. */
export function shownItem(item: number, parties: Parties, said: Said, to: Release): ShownItem {
  const handling = handlingOf(item, parties, said);
  const decision = mayRelease(handling, to.wayOut, to.reader, to.at);
  const held = heldAnswers(item, said);
  const answers = held.map(({ givenIn, answer }) => ({ givenIn, ...redacted(answer, decision) }));
  if (!mayKnowConditions(decision)) return { item, answers, decision };
  const { conditions, consents, notices } = handling;
  const restrictions = held.flatMap(({ answer }) => answer.restriction ?? []);
  return { item, answers, decision, handling: { conditions, consents, notices, restrictions } };
}

/** The questions for consent to which the giver said yes (ITI 15(c)), one for each item that they named. */
function consentsIn({ asked, replied }: Said): readonly Consent[] {
  return asked.flatMap((act) => {
    if (act.kind !== 'ask-consent') return [];
    const { consent: number, items, recipient: to, purpose } = act.said;
    return replied.flatMap((reply) => {
      if (reply.kind !== 'give-consent' || reply.said.consent !== number) return [];
      const { terms } = reply.said;
      return items.map((item) => ({ number, item, to, purpose, ...(terms !== undefined && { terms }) }));
    });
  });
}

/** Firearms Protocol 12(5). */
function noticesIn({ asked }: Said): readonly DisclosureNotice[] {
  return asked.flatMap((act) =>
    act.kind === 'give-notice' ? act.said.items.map((item) => ({ item, to: act.said.recipient })) : [],
  );
}
