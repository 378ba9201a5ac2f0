import { NavLink } from '@mantine/core';
import { Link, useRouterState } from '@tanstack/react-router';
import { useText } from '../language/use-text';
import type { Role } from '../sign-in/actor';
import { placesOf } from './navigation';

interface NavigationLinksProps {
  readonly role: Role;
  readonly onFollow: () => void;
}

export function NavigationLinks({ role, onFollow }: NavigationLinksProps) {
  const text = useText();
  const pathname = useRouterState({ select: ({ location }) => location.pathname });
  return placesOf(role).map(({ to, label }) => {
    const active = pathname === to || pathname.startsWith(`${to}/`);
    return (
      <NavLink
        key={to}
        component={Link}
        to={to}
        label={text(label)}
        active={active}
        onClick={onFollow}
        {...(active && { 'aria-current': 'page' as const })}
      />
    );
  });
}
