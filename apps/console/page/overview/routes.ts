import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { deskRoute } from '../app/root-route';
import { need } from '../language/speech';

export const pairsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/overview',
  loader: () => need('overview'),
  component: lazyRouteComponent(() => import('./pairs.screen'), 'PairsScreen'),
});

export const overviewRoutes = [pairsRoute] as const;
