import { AppShell, Burger, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Outlet } from '@tanstack/react-router';
import { useText } from '../language/use-text';
import { useActor } from '../sign-in/use-session';
import { Footer } from './footer';
import { KeyboardHelp } from './keyboard-help';
import { NewerVersion } from './newer-version';
import { NavigationLinks } from './navigation-links';
import { PageMenus } from './page-menus';
import { PersonMenu } from './person-menu';
import { LiveIndicator } from '../live/live-indicator';
import { QueueIndicator } from './queue-indicator';
import { RouteFocus } from './route-focus';
import classes from './shell.module.css';

/** What stands around every screen of a desk. */
export function Shell() {
  const text = useText();
  const { role } = useActor();
  const [opened, { toggle, close }] = useDisclosure(false);
  return (
    <>
      <a className={classes['skip']} href="#content" data-not-printed>
        {text('shell.skip')}
      </a>
      <AppShell
        header={{ height: 48 }}
        navbar={{ width: 200, breakpoint: 'sm', collapsed: { mobile: !opened } }}
        padding={0}
      >
        <AppShell.Header>
          <Group h="100%" px="sm" justify="space-between" wrap="nowrap">
            <Group gap="xs" wrap="nowrap">
              <Burger
                opened={opened}
                onClick={toggle}
                hiddenFrom="sm"
                size="sm"
                aria-label={text('shell.navigation')}
                aria-expanded={opened}
              />
              <Text fw={700}>Vestigo</Text>
            </Group>
            <Group gap="xs" wrap="nowrap">
              <QueueIndicator />
              <LiveIndicator />
              <PageMenus />
              <PersonMenu />
            </Group>
          </Group>
        </AppShell.Header>
        <AppShell.Navbar
          p="xs"
          aria-label={text('shell.navigation')}
          className={classes['navigation'] ?? ''}
          data-opened={opened}
        >
          <NavigationLinks role={role} onFollow={close} />
        </AppShell.Navbar>
        <AppShell.Main id="content" tabIndex={-1} className={classes['content'] ?? ''}>
          <NewerVersion />
          <Outlet />
          <Footer />
        </AppShell.Main>
      </AppShell>
      <KeyboardHelp role={role} />
      <RouteFocus />
    </>
  );
}
