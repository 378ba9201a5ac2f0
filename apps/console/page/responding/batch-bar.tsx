import { Alert, Button, Group, List, Progress, Text } from '@mantine/core';
import { useText } from '../language/use-text';
import { type Progress as Done, progressed } from './batch-acknowledge';
import { shortId } from '../app/matter-name';
import { AnchorLink } from '../app/links';

interface BatchBarProps {
  readonly selected: number;
  readonly progress: Done | undefined;
  readonly onAcknowledge: () => void;
  readonly onClear: () => void;
  readonly onDismiss: () => void;
}

/** What is done with the lines that are selected, and how far it is. */
export function BatchBar({ selected, progress, onAcknowledge, onClear, onDismiss }: BatchBarProps) {
  const text = useText();
  const running = progress !== undefined && !progressed(progress);
  return (
    <>
      {selected > 0 && (
        <Group gap="sm">
          <Text size="sm" fw={600}>
            {text('responding.selected', { count: selected })}
          </Text>
          <Button size="xs" loading={running} onClick={onAcknowledge}>
            {text('responding.acknowledgeSelected', { count: selected })}
          </Button>
          <Button size="xs" variant="subtle" disabled={running} onClick={onClear}>
            {text('responding.clearSelection')}
          </Button>
        </Group>
      )}
      <div role="status">
        {progress && (
          <Alert
            color={progress.failed.length > 0 ? 'red' : 'gray'}
            variant="outline"
            title={text('responding.batchDone', { done: progress.done, all: progress.all })}
            withCloseButton={!running}
            closeButtonLabel={text('shell.close')}
            onClose={onDismiss}
          >
            {running && (
              <Progress
                aria-label={text('responding.acknowledge')}
                value={(100 * (progress.done + progress.queued + progress.failed.length)) / progress.all}
              />
            )}
            {progress.queued > 0 && (
              <Text size="sm">{text('responding.batchQueued', { count: progress.queued })}</Text>
            )}
            {progress.failed.length > 0 && (
              <>
                <Text size="sm">{text('responding.batchFailed', { count: progress.failed.length })}</Text>
                <List size="sm">
                  {progress.failed.map(({ id, detail }) => (
                    <List.Item key={id}>
                      <AnchorLink to="/cases/$id" params={{ id }} size="sm">
                        {shortId(id)}
                      </AnchorLink>{' '}
                      <span lang="en" dir="auto">
                        {detail}
                      </span>
                    </List.Item>
                  ))}
                </List>
              </>
            )}
          </Alert>
        )}
      </div>
    </>
  );
}
