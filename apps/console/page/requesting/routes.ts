import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { deskRoute } from '../app/root-route';
import { need } from '../language/speech';
import { requestsSearchOf } from './requests-search';

const textIn = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

export const requestsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/requests',
  validateSearch: requestsSearchOf,
  loader: () => need('requesting', 'matters'),
  component: lazyRouteComponent(() => import('./requests.screen'), 'RequestsScreen'),
});

/** What a request begins from: a draft, an answer that names a further State, or a queued write that was turned down. */
interface FormSearch {
  readonly draft?: string;
  readonly follow?: string;
  readonly item?: number;
  readonly state?: string;
  readonly mend?: string;
}

export const requestFormRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/requests/new',
  validateSearch: ({ draft, follow, item, state, mend }: Record<string, unknown>): FormSearch => {
    const texts = Object.entries({ draft, follow, state, mend }).flatMap(([name, value]) => {
      const said = textIn(value);
      return said === undefined ? [] : [[name, said] as const];
    });
    return { ...Object.fromEntries(texts), ...(typeof item === 'number' && { item }) };
  },
  loader: () => need('requesting', 'matters'),
  component: lazyRouteComponent(() => import('./request-form.screen'), 'RequestFormScreen'),
});

export const requestRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/requests/$id',
  loader: () => need('requesting', 'matters'),
  component: lazyRouteComponent(() => import('./request.screen'), 'RequestScreen'),
});

export const importRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/requests/import',
  validateSearch: ({ id }: Record<string, unknown>): { readonly id?: string } => {
    const named = textIn(id);
    return named === undefined ? {} : { id: named };
  },
  loader: () => need('requesting', 'matters'),
  component: lazyRouteComponent(() => import('./import.screen'), 'ImportScreen'),
});

export const requestingRoutes = [requestsRoute, requestFormRoute, importRoute, requestRoute] as const;
