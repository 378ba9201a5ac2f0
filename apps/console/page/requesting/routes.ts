import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { deskRoute } from '../app/root-route';
import { need } from '../language/speech';

export const requestsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/requests',
  loader: () => need('requesting'),
  component: lazyRouteComponent(() => import('./requests.screen'), 'RequestsScreen'),
});

export const requestingRoutes = [requestsRoute] as const;
