import { useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';

/** On a new screen the keyboard, and whoever is read to, goes on at its heading. */
export function RouteFocus() {
  const pathname = useRouterState({ select: ({ resolvedLocation }) => resolvedLocation?.pathname });
  const before = useRef<string>(undefined);
  useEffect(() => {
    if (pathname === undefined) return;
    if (before.current !== undefined && before.current !== pathname) {
      const content = document.getElementById('content');
      (content?.querySelector('h1') ?? content)?.focus({ preventScroll: true });
      scrollTo(0, 0);
    }
    before.current = pathname;
  }, [pathname]);
  return null;
}
