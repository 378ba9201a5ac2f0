import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { searchTermsOf, type ToldItem } from '@vestigo/arms';
import { armIndex, type ArmIndexSubject, type IndexedArm, mattersWithArm } from '@vestigo/docket';
import { fold, type Log, type View } from '@vestigo/kernel';
import {
  type CrossHit,
  crossHits,
  type ReceivedCase,
  traceCase,
  type TraceCaseEvent,
} from '@vestigo/responding/domain';
import { RESPONDING_LOG } from './responding.command';

const subject: ArmIndexSubject<TraceCaseEvent> = {
  name: 'case_arm',
  category: traceCase.category,
  desk: 'respondingState',
  version: '2',
  armsIn: (event) => (event.type === 'CaseReceived' ? armsIn(event.data.items) : []),
};

/** The arms that a desk was asked about, by search key. */
export const caseArms = armIndex(subject);

function armsIn(items: readonly ToldItem[]): readonly IndexedArm[] {
  return items.flatMap((item) =>
    item.kind === 'ARM' ? { item: item.number, ...searchTermsOf(item), day: '' } : [],
  );
}

export const CASE_ARMS = Symbol('view of the arms of the cases');

/** Other cases at the same desk that may be about the arms of this one. */
export class FindCrossHits extends Query<readonly CrossHit[]> {
  constructor(readonly found: ReceivedCase) {
    super();
  }
}

@QueryHandler(FindCrossHits)
export class FindCrossHitsHandler implements IQueryHandler<FindCrossHits> {
  constructor(
    @Inject(RESPONDING_LOG) private readonly log: Log,
    @Inject(CASE_ARMS) private readonly view: View,
  ) {}

  async execute({ found }: FindCrossHits): Promise<readonly CrossHit[]> {
    const { content, parties } = found;
    return crossHits(found, await casesWithArms(content.items, parties, this.log, this.view));
  }
}

/** Cases at a desk with an arm that these items are found by; the case that holds them is not among them, nor those of `notOf`. */
export async function casesWithArms(
  items: readonly ToldItem[],
  { requestId, respondingState }: Pick<ReceivedCase['parties'], 'requestId' | 'respondingState'>,
  log: Log,
  view: View,
  notOf?: string,
): Promise<readonly ReceivedCase[]> {
  const arms = armsIn(items).filter(({ keys }) => keys.length > 0);
  const ids = new Set(arms.flatMap((arm) => mattersWithArm(view, subject, respondingState, arm, notOf)));
  ids.delete(requestId);
  const found = await Promise.all([...ids].map((id) => receivedCase(log, id)));
  return found.flatMap((each) => each ?? []);
}

export async function receivedCase({ store }: Log, caseId: string): Promise<ReceivedCase | undefined> {
  const history = await store.read<TraceCaseEvent>(`${traceCase.category}-${caseId}`);
  const found = fold(traceCase, history);
  return found.status === 'unknown' ? undefined : found;
}
