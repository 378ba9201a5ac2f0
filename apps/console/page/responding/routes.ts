import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { deskRoute } from '../app/root-route';
import { need } from '../language/speech';

export const casesRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/cases',
  loader: () => need('responding'),
  component: lazyRouteComponent(() => import('./cases.screen'), 'CasesScreen'),
});

export const respondingRoutes = [casesRoute] as const;
