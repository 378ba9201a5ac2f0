import { type ArmV1, firstItem, type Item } from '@vestigo/arms';
import type { RequestContent } from './request-content';

/** What a request held while it asked about one arm. */
export interface RequestContentV1 extends Pick<
  RequestContent,
  | 'reference'
  | 'priority'
  | 'justification'
  | 'regimes'
  | 'illicitGrounds'
  | 'legalBasis'
  | 'intendedUse'
  | 'acquisitionMode'
  | 'recoveredOn'
  | 'recoveryPlace'
  | 'circumstances'
> {
  readonly arm: ArmV1;
}

export function itemsOf({ arm }: Pick<RequestContentV1, 'arm'>): readonly Item[] {
  return [firstItem(arm)];
}

/** `RequestSubmitted` version 1 in the form of version 2: the arm is item 1; on which channel it went was not said. */
export function requestSubmittedV2({ arm, ...content }: RequestContentV1): RequestContent {
  return { ...content, channel: 'OTHER', items: itemsOf({ arm }) };
}
