import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { deskRoute } from '../app/root-route';
import { need } from '../language/speech';
import { filterIn } from './queue-filter';

export const casesRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/cases',
  validateSearch: filterIn,
  loader: () => need('responding', 'matters'),
  component: lazyRouteComponent(() => import('./cases.screen'), 'CasesScreen'),
});

export const caseRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/cases/$id',
  loader: () => need('responding', 'matters'),
  component: lazyRouteComponent(() => import('./case.screen'), 'CaseScreen'),
});

export const actRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/cases/$id/$act',
  /** `mend`: id of a write that was refused after it had waited. */
  validateSearch: ({ mend }: Readonly<Record<string, unknown>>): { readonly mend?: string } =>
    typeof mend === 'string' ? { mend } : {},
  loader: () => need('responding', 'matters'),
  component: lazyRouteComponent(() => import('./act.screen'), 'ActScreen'),
});

export const respondingRoutes = [casesRoute, caseRoute, actRoute] as const;
