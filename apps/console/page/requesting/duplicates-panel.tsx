import { Alert, Button, Group, List, Stack, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { AnchorLink } from '../app/links';
import type { Schemas } from '../api/client';
import { Day } from '../language/instants';
import { StateName } from '../language/state-name';
import { useCodes } from '../language/use-codes';
import { useText } from '../language/use-text';
import classes from './requesting.module.css';

interface DuplicatesPanelProps {
  readonly duplicates: readonly Schemas['PossibleDuplicateDetail'][];
  readonly onSend: () => void;
  readonly onBack: () => void;
}

/** Earlier requests that this one may repeat, before it is sent: the officer decides. */
export function DuplicatesPanel({ duplicates, onSend, onBack }: DuplicatesPanelProps) {
  const text = useText();
  const code = useCodes();
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => panel.current?.focus(), []);
  return (
    <Alert
      ref={panel}
      tabIndex={-1}
      role="alert"
      color="yellow"
      classNames={{ title: classes['plain'] ?? '' }}
      variant="outline"
      title={text('requesting.duplicatesTitle', { count: duplicates.length })}
    >
      <Stack gap="sm">
        <Text size="sm">{text('requesting.duplicatesDetail')}</Text>
        <List spacing="xs">
          {duplicates.map(({ requestId, item, respondingState, status, submittedAt, reasons }) => (
            <List.Item key={`${requestId} ${item}`}>
              <AnchorLink to="/requests/$id" params={{ id: requestId }} target="_blank">
                <StateName code={respondingState} /> · <Day at={submittedAt} /> · {code('status', status)}
              </AnchorLink>
              <Text size="sm" c="dimmed">
                {reasons
                  .map(({ field, finding }) => `${code('compared', field)}: ${code('finding', finding)}`)
                  .join(' · ')}
              </Text>
            </List.Item>
          ))}
        </List>
        <Group gap="xs">
          <Button onClick={onSend}>{text('requesting.sendAnyway')}</Button>
          <Button variant="default" onClick={onBack}>
            {text('requesting.notYet')}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}
