import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { deskRoute } from '../app/root-route';
import { need } from '../language/speech';
import { type OverviewSearch, searchOf } from './search';

const shared = {
  getParentRoute: () => deskRoute,
  loader: () => need('overview'),
  validateSearch: (search: Record<string, unknown>): OverviewSearch => searchOf(search),
};

export const matrixRoute = createRoute({
  ...shared,
  path: '/overview',
  component: lazyRouteComponent(() => import('./matrix.screen'), 'MatrixScreen'),
});

export const boardRoute = createRoute({
  ...shared,
  path: '/overview/due',
  component: lazyRouteComponent(() => import('./board.screen'), 'BoardScreen'),
});

export const countedRoute = createRoute({
  ...shared,
  path: '/overview/requests',
  component: lazyRouteComponent(() => import('./counted.screen'), 'CountedScreen'),
});

export const figuresRoute = createRoute({
  ...shared,
  path: '/overview/figures',
  component: lazyRouteComponent(() => import('./figures.screen'), 'FiguresScreen'),
});

export const mapRoute = createRoute({
  ...shared,
  path: '/overview/map',
  component: lazyRouteComponent(() => import('./map.screen'), 'MapScreen'),
});

export const reportRoute = createRoute({
  ...shared,
  path: '/overview/report',
  component: lazyRouteComponent(() => import('./report.screen'), 'ReportScreen'),
});

export const overviewRoutes = [
  matrixRoute,
  boardRoute,
  countedRoute,
  figuresRoute,
  mapRoute,
  reportRoute,
] as const;
