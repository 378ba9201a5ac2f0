import { useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';

/** A new screen is told to who does not see it: its title is said, and the keyboard goes on in its content. */
export function RouteFocus() {
  const pathname = useRouterState({ select: ({ resolvedLocation }) => resolvedLocation?.pathname });
  const before = useRef<string>(undefined);
  useEffect(() => {
    if (pathname === undefined) return;
    if (before.current !== undefined && before.current !== pathname) {
      document.getElementById('content')?.focus({ preventScroll: true });
      scrollTo(0, 0);
    }
    before.current = pathname;
  }, [pathname]);
  return <span aria-live="polite">{pathname === undefined ? '' : document.title}</span>;
}
