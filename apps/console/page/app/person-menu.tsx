import { Button, Menu, Modal, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useSignOut, useWrites } from '../data/desk-data';
import { useText } from '../language/use-text';
import { useActor } from '../sign-in/use-session';
import { useActorName } from '../sign-in/actor-name';

/** Who is signed in, and the way out. What has not been sent would be lost: that is said first. */
export function PersonMenu() {
  const text = useText();
  const name = useActorName()(useActor());
  const signOut = useSignOut();
  const waiting = useWrites().length;
  const [asking, { open, close }] = useDisclosure(false);
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="subtle" color="gray" size="compact-sm" maw={{ base: 120, xs: 220, md: 360 }}>
            <Text span truncate size="sm">
              {name}
            </Text>
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{name}</Menu.Label>
          <Menu.Item onClick={waiting > 0 ? open : () => void signOut()}>{text('shell.signOut')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Modal
        opened={asking}
        onClose={close}
        title={text('shell.signOutQuestion')}
        closeButtonProps={{ 'aria-label': text('shell.close') }}
      >
        <Text mb="md">{text('shell.signOutLoses', { count: waiting })}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {text('shell.stay')}
          </Button>
          <Button color="red.9" onClick={() => void signOut()}>
            {text('shell.signOutAnyway')}
          </Button>
        </Group>
      </Modal>
    </>
  );
}
