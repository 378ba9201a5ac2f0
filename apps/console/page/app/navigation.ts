import type { MessageId } from '../messages/areas';
import type { Role } from '../sign-in/actor';

interface Place {
  readonly to: '/requests' | '/cases' | '/overview' | '/traces';
  readonly label: MessageId;
  /** Pressed after `g`. */
  readonly key: string;
  readonly roles: readonly Role[];
}

/** Where one can go, by role; the first is where one arrives. */
export const PLACES: readonly Place[] = [
  { to: '/requests', label: 'shell.requests', key: 'r', roles: ['officer', 'liaison', 'liaison-desk'] },
  { to: '/cases', label: 'shell.cases', key: 'c', roles: ['officer', 'liaison'] },
  { to: '/overview', label: 'shell.overview', key: 'o', roles: ['officer', 'liaison', 'coordinator'] },
  { to: '/traces', label: 'shell.traces', key: 't', roles: ['officer', 'liaison', 'coordinator'] },
];

export const placesOf = (role: Role): readonly Place[] => PLACES.filter(({ roles }) => roles.includes(role));

export const homeOf = (role: Role): Place['to'] => placesOf(role)[0]?.to ?? '/overview';
