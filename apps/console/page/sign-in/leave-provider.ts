import { readSettings } from './settings';

/** Signs out at the provider also. Where it is away, the officer has left this page all the same. */
export async function leaveProvider(idToken: string): Promise<void> {
  try {
    const { signIn } = await readSettings();
    if (signIn.kind !== 'provider') return;
    const provider = await import('./provider');
    await provider.leaveProvider(signIn, idToken);
  } catch {
    return;
  }
}
