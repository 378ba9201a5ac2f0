import { createRouter } from '@tanstack/react-router';
import { overviewRoutes } from '../overview/routes';
import { requestingRoutes } from '../requesting/routes';
import { respondingRoutes } from '../responding/routes';
import { signInRoutes } from '../sign-in/routes';
import { traceRoutes } from '../trace/routes';
import { deskRoute, homeRoute, rootRoute } from './root-route';

const routeTree = rootRoute.addChildren([
  ...signInRoutes,
  deskRoute.addChildren([
    homeRoute,
    ...requestingRoutes,
    ...respondingRoutes,
    ...overviewRoutes,
    ...traceRoutes,
  ]),
]);

export const router = createRouter({ routeTree, defaultPreload: 'intent', scrollRestoration: true });

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
