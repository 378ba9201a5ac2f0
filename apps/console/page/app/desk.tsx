import { personOf } from '../sign-in/actor';
import { useSession } from '../sign-in/use-session';
import { DeskDataProvider } from '../data/desk-data';
import { Shell } from './shell';

/** The shell with the data of whoever is signed in; nothing while the sign-in is on its way. */
export function Desk() {
  const state = useSession();
  if (state.kind !== 'signed-in') return null;
  return (
    <DeskDataProvider key={personOf(state.actor)}>
      <Shell />
    </DeskDataProvider>
  );
}
