import { type ArmItem, compareArms, type Reason } from '@vestigo/arms';
import type { Instant } from '@vestigo/kernel';
import type { MatterStatus } from '@vestigo/lifecycle';
import type { KeptRequest } from './hop';
import { compareRecoveries, type RecoveryFinding } from './recovery';
import type { RequestContent } from './request-content';

/** An earlier request of the same State that may ask about the same arm from the same recovery. A person decides. */
export interface PossibleDuplicate {
  /** Number of the item of the request that is asked about. */
  readonly item: number;
  readonly requestId: string;
  /** Number of the item of the earlier request. */
  readonly ofItem: number;
  readonly respondingState: string;
  readonly status: MatterStatus;
  readonly submittedAt: Instant;
  readonly reasons: readonly (Reason | RecoveryFinding)[];
}

/** Compares each arm of a request with those of earlier ones. Nothing is merged and nothing blocked by it. */
export function possibleDuplicates(
  content: RequestContent,
  earlier: readonly KeptRequest[],
): readonly PossibleDuplicate[] {
  return content.items.flatMap((item) =>
    item.kind === 'ARM' ? earlier.flatMap((kept) => duplicatesOf(item, content, kept)) : [],
  );
}

function duplicatesOf(
  arm: ArmItem,
  content: RequestContent,
  { request, history }: KeptRequest,
): readonly PossibleDuplicate[] {
  if (ended.includes(request.status)) return [];
  const recovery = compareRecoveries(content, request.content);
  const submittedAt = history.find(({ event }) => event.type === 'RequestSubmitted')?.event.occurredAt ?? 0;
  return request.content.items.flatMap((other) => {
    if (other.kind !== 'ARM') return [];
    const { likeness, reasons } = compareArms(arm, other);
    if (likeness === 'DIFFERENT' || !mayBeOne(reasons, recovery)) return [];
    const { requestId, respondingState } = request.parties;
    return [
      {
        item: arm.number,
        requestId,
        ofItem: other.number,
        respondingState,
        status: request.status,
        submittedAt,
        reasons: [...reasons, ...recovery],
      },
    ];
  });
}

const ended: readonly MatterStatus[] = ['withdrawn', 'duplicate'];

/** With nothing to compare the serial numbers by, only an arm of the same make from the same day can be the same. */
function mayBeOne(reasons: readonly Reason[], recovery: readonly RecoveryFinding[]): boolean {
  const found = new Map<string, string>(
    [...reasons, ...recovery].map(({ field, finding }) => [field, finding]),
  );
  if (found.get('recoveredOn') === 'DIFFERENT' || found.get('recoveryPlace') === 'DIFFERENT') return false;
  if (found.get('serial') !== 'UNKNOWN') return true;
  const alike = ['make', 'model', 'type'].filter((field) => found.get(field) === 'SAME');
  const unlike = reasons.some(({ finding }) => finding === 'DIFFERENT');
  return !unlike && alike.includes('make') && alike.length > 1 && found.get('recoveredOn') === 'SAME';
}
