import { Badge, Button, Group, List, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useRouter } from '@tanstack/react-router';
import { useWriteQueue, useWrites } from '../data/desk-data';
import { useLink } from '../data/link';
import type { Write } from '../data/write';
import { useText } from '../language/use-text';
import { Dialog } from './dialog';

/** Says that there is no link, and what has not been sent yet. */
export function QueueIndicator() {
  const text = useText();
  const writes = useWrites();
  const linked = useLink();
  const [opened, { open, close }] = useDisclosure(false);
  const refused = writes.filter(({ state }) => state.kind === 'refused').length;
  return (
    <>
      <div role="status">
        {!linked && (
          <Badge color="gray.7" variant="filled" mx="xs">
            {text('shell.offline')}
          </Badge>
        )}
        {writes.length > 0 && (
          <Button size="compact-xs" variant="outline" color={refused > 0 ? 'red.9' : 'gray.7'} onClick={open}>
            {refused > 0
              ? text('shell.refusedCount', { count: refused })
              : text('shell.queuedCount', { count: writes.length })}
          </Button>
        )}
      </div>
      <Dialog opened={opened && writes.length > 0} onClose={close} title={text('shell.queue')} size="lg">
        <List listStyleType="none" spacing="md">
          {writes.map((write) => (
            <List.Item key={write.id}>
              <QueuedWrite write={write} onLeave={close} />
            </List.Item>
          ))}
        </List>
      </Dialog>
    </>
  );
}

interface QueuedWriteProps {
  readonly write: Write;
  readonly onLeave: () => void;
}

function QueuedWrite({ write, onLeave }: QueuedWriteProps) {
  const text = useText();
  const queue = useWriteQueue();
  const { id, label, state, screen } = write;
  const { history } = useRouter();
  const mendAt = (where: string) => {
    onLeave();
    history.push(`${where}?mend=${id}`);
  };
  const names = { queued: 'shell.queued', sending: 'shell.sending', refused: 'shell.refused' } as const;
  return (
    <Stack gap={4}>
      <Group justify="space-between">
        <Text fw={600}>{text(label)}</Text>
        <Text size="sm">{text(names[state.kind])}</Text>
      </Group>
      {state.kind === 'refused' && (
        <>
          <Text size="sm" dir="auto" lang="en">
            {state.problem.detail}
          </Text>
          <Group gap="xs">
            {screen !== undefined && (
              <Button size="compact-sm" onClick={() => mendAt(screen)}>
                {text('shell.mend')}
              </Button>
            )}
            <Button size="compact-sm" variant="outline" color="red.9" onClick={() => void queue.discard(id)}>
              {text('shell.discard')}
            </Button>
          </Group>
        </>
      )}
    </Stack>
  );
}
