import { Alert, Button, Group, Progress as ProgressBar, ScrollArea, Text } from '@mantine/core';
import { AnchorLink } from '../app/links';
import { useText } from '../language/use-text';
import { countOf, isDone, leftIn, type Progress, type Row } from './batch-acknowledge';
import { MatterName } from '../app/matter-name';

interface BatchBarProps {
  readonly selected: number;
  readonly progress: Progress | undefined;
  readonly onAcknowledge: () => void;
  readonly onClear: () => void;
  readonly onDismiss: () => void;
}

/** What is done with the lines that are selected, and what became of each. */
export function BatchBar({ selected, progress, onAcknowledge, onClear, onDismiss }: BatchBarProps) {
  const text = useText();
  const running = progress !== undefined && !isDone(progress);
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
        {progress && <Report progress={progress} running={running} onDismiss={onDismiss} />}
      </div>
    </>
  );
}

interface ReportProps {
  readonly progress: Progress;
  readonly running: boolean;
  readonly onDismiss: () => void;
}

function Report({ progress, running, onDismiss }: ReportProps) {
  const text = useText();
  const [done, queued] = [countOf(progress, 'done'), countOf(progress, 'queued')];
  const sent = progress.filter(({ result }) => result !== undefined);
  return (
    <Alert
      color={leftIn(progress).length > 0 ? 'red' : 'gray'}
      variant="outline"
      title={text('responding.batchDone', { done, all: progress.length })}
      withCloseButton={!running}
      closeButtonLabel={text('shell.close')}
      onClose={onDismiss}
    >
      {running && (
        <ProgressBar
          aria-label={text('responding.acknowledge')}
          value={(100 * sent.length) / progress.length}
        />
      )}
      {queued > 0 && <Text size="sm">{text('responding.batchQueued', { count: queued })}</Text>}
      <ScrollArea.Autosize mah={220} viewportProps={{ tabIndex: 0 }}>
        <ol style={{ margin: 0, paddingInlineStart: '1.5rem' }}>
          {sent.map((row) => (
            <li key={row.id}>
              <RowResult row={row} />
            </li>
          ))}
        </ol>
      </ScrollArea.Autosize>
    </Alert>
  );
}

function RowResult({ row: { id, requestingState, result } }: { readonly row: Row }) {
  const text = useText();
  return (
    <Group gap="xs">
      <AnchorLink to="/cases/$id" params={{ id }} size="sm">
        <MatterName id={id} state={requestingState} />
      </AnchorLink>
      {result?.kind === 'refused' ? (
        <Text span size="sm" lang="en" dir="auto">
          {result.detail}
        </Text>
      ) : (
        <Text span size="sm" {...(result?.kind === 'changed' && { fw: 600 })}>
          {result && text(results[result.kind])}
        </Text>
      )}
    </Group>
  );
}

const results = {
  done: 'responding.batchRowDone',
  queued: 'shell.queued',
  changed: 'responding.batchRowChanged',
} as const;
