import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../app/root-route';
import { need } from '../language/speech';

interface SignInSearch {
  /** The screen that was asked for before anybody was signed in. */
  readonly to?: string;
}

/** Only a screen of this page: an address elsewhere would lend it the trust of this one. */
const toOf = ({ to }: Readonly<Record<string, unknown>>): SignInSearch =>
  typeof to === 'string' && /^\/(?![/\\])/.test(to) ? { to } : {};

export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: toOf,
  loader: () => need('sign-in'),
  component: lazyRouteComponent(() => import('./sign-in.screen'), 'SignInScreen'),
});

export const signInReturnRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in/return',
  loader: () => need('sign-in'),
  component: lazyRouteComponent(() => import('./sign-in-return.screen'), 'SignInReturnScreen'),
});

export const signInRoutes = [signInRoute, signInReturnRoute] as const;
