import { type Handling, heldBy, mayRelease, type Reader } from '@vestigo/handling';
import type { Instant } from '@vestigo/kernel';
import { classOfOutcome, handlingOf, handlingOfCheck, type ReceivedItemAnswer } from '@vestigo/lifecycle';
import { answersIn, type Hop } from './hop';
import type { PriorCheck, RequestContent } from './request-content';

/**
 * The request that follows from an answer, to be mended and sent by an officer: what the parent said in its own right, and what was answered
 * as far as its conditions let the next State have it (ITI 15(c)), with what binds it there.
 */
export function followOnOf(hop: Hop, respondingState: string, writing: Writing): RequestContent {
  const { content } = hop.request;
  const { duplicateOf: _, items, photographs = [], priorChecks = [], ...told } = content;
  const item = items.find(({ number }) => number === hop.item);
  if (!item) throw new Error(`request ${hop.requestId} has no item ${String(hop.item)}`);
  const marks = item.kind === 'AMMUNITION' ? [] : (item.otherMarks ?? []);
  const shown = photographs.filter(
    ({ item: number = hop.item, sha256 }) =>
      number === hop.item || marks.some(({ photograph }) => photograph === sha256),
  );
  const earlier = priorChecks.filter((check) => mayGoOn(check, hop, respondingState, writing));
  const checks = [...earlier, ...answersAsChecks(hop, respondingState, writing)].slice(-mostChecks);
  return {
    ...told,
    // Which other instruments bind the new pair is for the officer to say.
    regimes: content.regimes.includes('ITI') ? ['ITI'] : content.regimes,
    parentRequestId: hop.requestId,
    ...(checks.length > 0 && { priorChecks: checks }),
    ...(shown.length > 0 && {
      photographs: shown.map(({ item: number, ...photograph }) => ({
        ...photograph,
        ...(number === hop.item && { item: 1 }),
      })),
    }),
    items: [{ ...item, number: 1, followsItem: hop.item }],
  };
}

/** Who writes the request: what this officer may not read is not in it either. */
export interface Writing {
  readonly officer: Reader;
  readonly at: Instant;
}

const mostChecks = 20;
const mostText = 2000;

/** How the answers on the item of a question are bound. */
export function handlingOfHop({ request, item }: Hop): Handling {
  const { own: asked, heard: replied } = request.book;
  return handlingOf(item, request.parties, { asked, replied });
}

/** An officer of the State that is asked next, of whatever body, who is told what the parent said that the answer is wanted for. */
export function nextReader({ request }: Hop, state: string): Reader & { readonly state: string } {
  return { state, role: 'officer', purpose: request.content.intendedUse };
}

/** What the registers of the State before gave: a prior check of those that is asked next. Nothing of it where a condition denies. */
function answersAsChecks(hop: Hop, respondingState: string, { officer, at }: Writing): readonly PriorCheck[] {
  const handling = handlingOfHop(hop);
  const next = nextReader(hop, respondingState);
  const released =
    mayRelease(handling, 'read', ownReader(hop, officer), at).released &&
    mayRelease(handling, 'follow-on', next, at).released;
  if (!released) return [];
  const { giver } = handling;
  const { conditions } = heldBy(next, handling);
  return answersIn(hop).map((answer) => ({
    register: 'OTHER',
    result: classOfOutcome(answer.outcome) === 'NEGATIVE' ? 'NOTHING_FOUND' : 'FOUND',
    remarks: [`Answer of ${giver}: ${answer.outcome}.`, ...sentences(answer)].join(' ').slice(0, mostText),
    ...(conditions.length > 0 && { handling: { giver, conditions } }),
  }));
}

const ownReader = ({ request }: Hop, officer: Reader): Reader => ({
  ...officer,
  purpose: request.content.intendedUse,
});

/** A check of the parent that tells what a State before it answered: handed on once, it goes no further than that State allows. */
function mayGoOn(
  { handling }: PriorCheck,
  hop: Hop,
  respondingState: string,
  { officer, at }: Writing,
): boolean {
  if (!handling) return true;
  const { parties } = hop.request;
  const held = handlingOfCheck(handling, parties.requestingState, parties);
  const { conditions } = handling;
  return (
    mayRelease(held, 'read', ownReader(hop, officer), at).released &&
    mayRelease({ ...held, conditions }, 'follow-on', nextReader(hop, respondingState), at).released
  );
}

function sentences({ chain = [], documentReference, lastLegalHolder, remarks }: ReceivedItemAnswer) {
  return [
    ...chain.map(({ role, date, state, from, to, documentReference: document, licence }) =>
      [
        role,
        ...told('on', date),
        ...told('in', state),
        ...told('from', from),
        ...told('to', to),
        ...told('document', document),
        ...told('licence', licence?.reference),
      ]
        .join(' ')
        .concat('.'),
    ),
    ...told('Last legal holder:', lastLegalHolder),
    ...told('Document:', documentReference),
    ...told('Remarks:', remarks),
  ];
}

const told = (word: string, value: string | undefined): readonly string[] =>
  value === undefined ? [] : [`${word} ${value}`];
