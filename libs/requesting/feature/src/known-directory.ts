import type { Delegation } from '@vestigo/identity';
import type { Instant } from '@vestigo/kernel';
import type { AddressedTo, DatedLapsePolicy } from '@vestigo/requesting/domain';

/** What the desk is told by the directory, each time as it is in force. */
export interface KnownDirectory {
  /** Who answers for the State at this instant (ITI 25); undefined where nobody does. */
  contactFor(state: string, at: Instant): Promise<KnownContact | undefined>;
  /** Whether the State has a second officer approve each request before it is sent. */
  reviewRequired(state: string): Promise<boolean>;
  /** By State what it has said of when its requests lapse, in the order in which it was said. */
  lapsePolicies(): Promise<ReadonlyMap<string, readonly DatedLapsePolicy[]>>;
  /** What these States have delegated to liaison desks, at whatever time. */
  delegationsOf(states: readonly string[]): Promise<readonly Delegation[]>;
}

export interface KnownContact {
  readonly version: number;
  readonly number: number;
  readonly pointOfContact: { readonly body: string };
}

/** The directory as this service knows it. */
export const KNOWN_DIRECTORY = Symbol('directory as the requesting desk knows it');

/** To whom a request goes that is sent at this instant; undefined where the State asked has nobody in force. */
export async function addressedTo(
  directory: KnownDirectory,
  respondingState: string,
  at: Instant,
): Promise<AddressedTo | undefined> {
  const contact = await directory.contactFor(respondingState, at);
  if (!contact) return undefined;
  const { version, number, pointOfContact } = contact;
  return { version, number, body: pointOfContact.body };
}
