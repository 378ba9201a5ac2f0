import { useSyncExternalStore } from 'react';
import { watched } from './watched';

/** Whether the machine believes to have a link; whether the exchange answers is seen by asking it. */
export const link = watched(navigator.onLine);
addEventListener('online', () => link.set(true));
addEventListener('offline', () => link.set(false));

export const useLink = (): boolean => useSyncExternalStore(link.subscribe, link.get);
