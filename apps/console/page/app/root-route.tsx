import { createRootRoute, createRoute, Outlet, redirect } from '@tanstack/react-router';
import { session } from '../sign-in/session';
import { homeOf } from './navigation';
import { NotFound } from './not-found';
import { Desk } from './desk';
import { Failure } from './failure';

export const rootRoute = createRootRoute({
  component: Outlet,
  notFoundComponent: NotFound,
  errorComponent: Failure,
});

/** Every screen behind the sign-in is a child of this one: it stands in the shell, and its reader is known. */
export const deskRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'desk',
  component: Desk,
  errorComponent: Failure,
  beforeLoad({ location }) {
    const { kind } = session.state.get();
    if (kind !== 'signed-in') throw redirect({ to: '/sign-in', search: { to: location.href } });
  },
});

export const homeRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/',
  beforeLoad() {
    const state = session.state.get();
    if (state.kind === 'signed-in') throw redirect({ to: homeOf(state.actor.role), replace: true });
  },
});
