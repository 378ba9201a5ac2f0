import { Button, Menu, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconUser } from '@tabler/icons-react';
import { useSignOut, useWrites } from '../data/desk-data';
import { useText } from '../language/use-text';
import { useActor } from '../sign-in/use-session';
import { useActorName } from '../sign-in/actor-name';
import { Dialog } from './dialog';
import classes from './shell.module.css';

/** Who is signed in, and the way out. What has not been sent would be lost: that is said first. */
export function PersonMenu() {
  const text = useText();
  const name = useActorName()(useActor());
  const signOut = useSignOut();
  const waiting = useWrites().length;
  const [asking, { open, close }] = useDisclosure(false);
  return (
    <>
      <Menu position="bottom-end" withinPortal={false} withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <Button variant="subtle" color="gray" size="compact-sm" aria-label={name}>
            <IconUser className={classes['narrow']} size={20} aria-hidden />
            <Text span size="sm" className={classes['name'] ?? ''}>
              {name}
            </Text>
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Text size="xs" px="sm" py={4} c="dimmed" role="presentation">
            {name}
          </Text>
          <Menu.Item onClick={waiting > 0 ? open : () => void signOut()}>{text('shell.signOut')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Dialog opened={asking} onClose={close} title={text('shell.signOutQuestion')}>
        <Text mb="md">{text('shell.signOutLoses', { count: waiting })}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {text('shell.stay')}
          </Button>
          <Button color="red.9" onClick={() => void signOut()}>
            {text('shell.signOutAnyway')}
          </Button>
        </Group>
      </Dialog>
    </>
  );
}
