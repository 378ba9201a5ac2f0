import { type ArmComparison, compareArms, type ToldItem } from '@vestigo/arms';
import type { ReceivedCase } from './trace-case';

/** Another case at the same desk that may be about the same arm. The desk sees both; a person decides. */
export interface CrossHit {
  /** Number of the item of the case. */
  readonly item: number;
  readonly caseId: string;
  readonly requestingState: string;
  /** Number of the item of the other case. */
  readonly ofItem: number;
  readonly likeness: ArmComparison['likeness'];
  readonly reasons: ArmComparison['reasons'];
}

/** What the desk of a State asked has about the arms of a case in its other cases. */
export function crossHits(
  { parties, content }: ReceivedCase,
  others: readonly ReceivedCase[],
): readonly CrossHit[] {
  const elsewhere = others.filter(
    (other) =>
      other.parties.requestId !== parties.requestId &&
      other.parties.respondingState === parties.respondingState,
  );
  return content.items.flatMap((item) => elsewhere.flatMap((other) => hitsWith(item, other)));
}

function hitsWith(item: ToldItem, { parties, content }: ReceivedCase): readonly CrossHit[] {
  if (item.kind !== 'ARM') return [];
  return content.items.flatMap((other) => {
    if (other.kind !== 'ARM') return [];
    const { likeness, reasons } = compareArms(item, other);
    const unknown = reasons.some(({ field, finding }) => field === 'serial' && finding === 'UNKNOWN');
    if (likeness === 'DIFFERENT' || unknown) return [];
    const { requestId: caseId, requestingState } = parties;
    return [{ item: item.number, caseId, requestingState, ofItem: other.number, likeness, reasons }];
  });
}

/**
 * The items of a case on which its requesting State may be told that another request asks about the same arm, and no more than that:
 * neither whose it is nor what it says. Only where the keys are the same, and not when the other State asked for any limit on use
 * (ITI 15), or has withdrawn.
 */
export function itemsToTell(found: ReceivedCase, others: readonly ReceivedCase[]): readonly number[] {
  const open = others.filter(
    ({ parties, content, status }) =>
      parties.requestingState !== found.parties.requestingState &&
      (content.restrictionsProposed ?? []).length === 0 &&
      status !== 'withdrawn',
  );
  const hits = crossHits(found, open).filter(({ likeness }) => likeness === 'SAME_KEY');
  return [...new Set(hits.map(({ item }) => item))];
}
