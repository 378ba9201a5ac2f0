import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { deskRoute } from '../app/root-route';
import { need } from '../language/speech';

export const tracesRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/traces',
  loader: () => need('trace'),
  component: lazyRouteComponent(() => import('./traces.screen'), 'TracesScreen'),
});

export const traceRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/traces/$id',
  loader: () => need('trace'),
  component: lazyRouteComponent(() => import('./trace.screen'), 'TraceScreen'),
});

export const traceRoutes = [tracesRoute, traceRoute] as const;
