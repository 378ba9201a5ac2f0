import type { Actor } from '@vestigo/identity';
import { DESKS } from '../demonstration/volumes';

/** Somebody of the demonstration, in whose place one may sign in. */
export interface DemonstrationOfficer extends Actor {
  readonly id: string;
}

/** Desks of the demonstration, those who watch over them, a coordinator and a liaison desk; none is a person. */
export const OFFICERS: readonly DemonstrationOfficer[] = [
  ...DESKS.map(({ state }) => ofState('officer', state)),
  ...(['JAM', 'USA'] as const).map((state) => ofState('liaison', state)),
  { id: 'coordinator', subject: 'coordinator', state: null, role: 'coordinator' },
  {
    id: 'liaison-desk@NCB-KINGSTON',
    subject: 'duty@NCB-KINGSTON',
    state: null,
    role: 'liaison-desk',
    desk: 'NCB-KINGSTON',
  },
];

function ofState(role: 'officer' | 'liaison', state: string): DemonstrationOfficer {
  const id = `${role}@${state}`;
  return { id, subject: id, state, role };
}
