import type { ActNumber, Numbered, RequestingAct, RespondingAct } from './acts';
import { type ItemStanding, resultOf, type Result, standingOfItems } from './item-standing';

/** Where a tracing request stands between two States. */
export const MATTER_STATUSES = [
  'sent',
  'undeliverable',
  'received',
  'acknowledged',
  'information-requested',
  'in-search',
  'answered',
  'refused',
  'clarification-open',
  'redirected',
  'withdrawn',
  'lapsed',
  'closed',
  'duplicate',
] as const;
export type MatterStatus = (typeof MATTER_STATUSES)[number];

const ends: readonly MatterStatus[] = ['redirected', 'withdrawn', 'lapsed', 'closed', 'duplicate'];

/** True where the work on a request is over, for the time being at least. */
export const hasEnded = (status: MatterStatus): boolean => ends.includes(status);

/** What both desks know of one tracing request once they have heard each other. */
export interface Matter {
  readonly status: MatterStatus;
  /** Of the whole request, while anything is answered or all is refused. */
  readonly result: Result | null;
  readonly items: readonly ItemStanding[];
  /** An answer without acknowledgement acknowledges at that instant. */
  readonly acknowledged: boolean;
  /** The State asked has said that its reply will be late, and has not replied since (ITI 22, 23). */
  readonly delayed: boolean;
  /** Numbers of the questions to the requesting State (ITI 21). */
  readonly openQuestions: readonly number[];
  /** Numbers of the clarifications that it seeks (ITI 23). */
  readonly openClarifications: readonly number[];
  /** Numbers of its requests for consent to onward release (ITI 15(c)). */
  readonly openConsents: readonly number[];
}

export type RequestingActs = readonly Numbered<RequestingAct>[];
export type RespondingActs = readonly Numbered<RespondingAct>[];

/**
 * The matter after the acts of both desks, each list in the order of its numbers. Whoever knows the same acts knows the same
 * matter, however the messages came: every fact in it is said by one desk alone, except that a reply which was not seen when the
 * request was marked lapsed re-opens it. `returned`: the requesting desk was told that its request could not be delivered.
 */
export function matterAfter(asked: RequestingActs, replied: RespondingActs, returned = false): Matter {
  const items = standingOfItems(itemsOf(asked), replied);
  const result = resultOf(items);
  const openQuestions = left(numbersOf(replied, questionIn), numbersOf(asked, settledQuestionIn));
  const openClarifications = left(numbersOf(asked, clarificationIn), numbersOf(replied, clarifiedIn));
  const openConsents = left(numbersOf(asked, consentIn), numbersOf(replied, decidedConsentIn));
  const ending = endingOf(asked, replied);
  const has = (kind: RespondingAct['kind']) => replied.some((act) => act.kind === kind);
  const acknowledged = has('acknowledge') || replied.some(isReply);
  const lastReply = replied.findLast(isReply)?.seq ?? 0;
  const lastDelay = replied.findLast(({ kind }) => kind === 'notify-delay')?.seq ?? 0;
  const searching = has('start-search') || asked.some((act) => settledQuestionIn(act) !== undefined);
  return {
    status: statusOf(),
    result,
    items,
    acknowledged,
    delayed: ending === undefined && lastDelay > lastReply,
    openQuestions,
    openClarifications,
    openConsents,
  };

  function statusOf(): MatterStatus {
    if (ending !== undefined) return ending;
    if (openClarifications.length > 0) return 'clarification-open';
    if (has('redirect')) return 'redirected';
    if (result !== null) return result === 'REFUSED' ? 'refused' : 'answered';
    if (openQuestions.length > 0) return 'information-requested';
    if (searching) return 'in-search';
    if (acknowledged) return 'acknowledged';
    if (replied.length > 0) return 'received';
    return returned ? 'undeliverable' : 'sent';
  }
}

type Ending = Extract<MatterStatus, 'withdrawn' | 'lapsed' | 'closed' | 'duplicate'>;

/** What the requesting State has made of its request; undefined while it stands. */
function endingOf(asked: RequestingActs, replied: RespondingActs): Ending | undefined {
  let ending: Ending | undefined;
  let seenAtLapse = 0;
  // 8.1: a late answer after LAPSED re-opens. It is late when it had not been seen by then.
  const reopened = (known: number) =>
    replied.some((act) => isReply(act) && act.seq > seenAtLapse && act.seq <= known);
  const standing = ({ seen }: ActNumber) =>
    ending === undefined || (ending === 'lapsed' && reopened(seen)) ? undefined : ending;
  for (const act of asked) {
    const before = standing(act);
    if (act.kind === 'reopen') ending = before === 'lapsed' || before === 'closed' ? undefined : before;
    else if (act.kind === 'mark-duplicate') ending = 'duplicate';
    else if (act.kind === 'withdraw')
      ending = before === undefined || before === 'lapsed' ? 'withdrawn' : before;
    else if (act.kind === 'close') ending = before ?? 'closed';
    else if (act.kind === 'lapse') {
      ending = before ?? 'lapsed';
      if (before === undefined) seenAtLapse = act.seen;
    }
  }
  return ending === 'lapsed' && reopened(replied.length) ? undefined : ending;
}

/** What the State asked says on the substance, each with a number of its own. */
const isReply = ({ kind }: RespondingAct) =>
  kind === 'answer' || kind === 'refuse' || kind === 'refuse-items' || kind === 'redirect';

const itemsOf = (asked: RequestingActs) =>
  asked.flatMap((act) => (act.kind === 'submit' ? act.said.items : []));
const questionIn = (act: RespondingAct) =>
  act.kind === 'request-information' ? act.said.question : undefined;
const settledQuestionIn = (act: RequestingAct) =>
  act.kind === 'supply' || act.kind === 'decline' ? act.said.question : undefined;
const clarificationIn = (act: RequestingAct) =>
  act.kind === 'seek-clarification' ? act.said.clarification : undefined;
const clarifiedIn = (act: RespondingAct) => (act.kind === 'clarify' ? act.said.clarification : undefined);
const consentIn = (act: RequestingAct) => (act.kind === 'ask-consent' ? act.said.consent : undefined);
const decidedConsentIn = (act: RespondingAct) =>
  act.kind === 'give-consent' || act.kind === 'deny-consent' ? act.said.consent : undefined;

function numbersOf<Act>(acts: readonly Act[], numberIn: (act: Act) => number | undefined): readonly number[] {
  return acts.flatMap((act) => numberIn(act) ?? []);
}

const left = (asked: readonly number[], settled: readonly number[]) =>
  asked.filter((number) => !settled.includes(number));
