import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Item, searchTermsOf } from '@vestigo/arms';
import { armIndex, type ArmIndexSubject, type IndexedArm, mattersWithArm } from '@vestigo/docket';
import type { Log, View } from '@vestigo/kernel';
import {
  type PossibleDuplicate,
  possibleDuplicates,
  type RequestContent,
  tracingRequest,
  type TracingRequestEvent,
} from '@vestigo/requesting/domain';
import { REQUESTING_LOG } from './requesting.command';
import { keptRequest } from './trails';

const subject: ArmIndexSubject<TracingRequestEvent> = {
  name: 'request_arm',
  category: tracingRequest.category,
  desk: 'requestingState',
  version: '2',
  armsIn: (event) => (event.type === 'RequestSubmitted' ? armsIn(event.data) : []),
};

/** The arms that a State's own requests ask about. */
export const requestArms = armIndex(subject);

function armsIn({ items, recoveredOn }: RequestContent): readonly IndexedArm[] {
  return items.flatMap((item) => (item.kind === 'ARM' ? indexed(item, recoveredOn) : []));
}

function indexed(arm: Extract<Item, { readonly kind: 'ARM' }>, recoveredOn = ''): IndexedArm {
  const day = recoveredOn.length === 10 ? recoveredOn : '';
  return { item: arm.number, ...searchTermsOf(arm), day };
}

export const REQUEST_ARMS = Symbol('view of the arms asked about');

/** Earlier requests of a State that may ask about the same arm from the same recovery; those on one trail do not count. */
export class FindDuplicates extends Query<readonly PossibleDuplicate[]> {
  constructor(
    readonly state: string,
    readonly content: RequestContent,
    /** The request itself, where it was sent; and those that it hangs together with. */
    readonly apart: readonly string[] = [],
  ) {
    super();
  }
}

/** The most that are offered. */
export const MOST_OFFERED = 10;

@QueryHandler(FindDuplicates)
export class FindDuplicatesHandler implements IQueryHandler<FindDuplicates> {
  constructor(
    @Inject(REQUESTING_LOG) private readonly log: Log,
    @Inject(REQUEST_ARMS) private readonly view: View,
  ) {}

  async execute({ state, content, apart }: FindDuplicates): Promise<readonly PossibleDuplicate[]> {
    const found = new Set(armsIn(content).flatMap((arm) => mattersWithArm(this.view, subject, state, arm)));
    for (const id of apart) found.delete(id);
    const latest = [...found].toSorted().reverse().slice(0, MOST_OFFERED);
    const kept = await Promise.all(latest.map((id) => keptRequest(this.log, id)));
    return possibleDuplicates(
      content,
      kept.flatMap((each) => each ?? []),
    ).slice(0, MOST_OFFERED);
  }
}

/** Requests of a State that ask about an arm of this serial number, as it is written; the latest of them. */
export class FindBySerial extends Query<readonly string[]> {
  constructor(
    readonly state: string,
    readonly serial: string,
  ) {
    super();
  }
}

@QueryHandler(FindBySerial)
export class FindBySerialHandler implements IQueryHandler<FindBySerial> {
  constructor(@Inject(REQUEST_ARMS) private readonly view: View) {}

  execute({ state, serial }: FindBySerial) {
    const arm = { type: 'UNKNOWN_SMALL', serial: { asObserved: serial, part: '', condition: '' } };
    const { keys } = searchTermsOf(arm);
    const found =
      keys.length > 0 ? mattersWithArm(this.view, subject, state, { keys, make: '', day: '' }) : [];
    return Promise.resolve(found);
  }
}
