import { useStateName } from '../language/state-name';
import { useCodes } from '../language/use-codes';
import type { Actor } from './actor';

/** How somebody is called: the role, and the State or desk that they act for. */
export function useActorName(): (actor: Pick<Actor, 'role' | 'state' | 'desk'>) => string {
  const code = useCodes();
  const stateName = useStateName();
  return ({ role, state, desk }) => {
    const of = state === null ? desk : stateName(state);
    return of === null ? code('role', role) : `${of} · ${code('role', role)}`;
  };
}
