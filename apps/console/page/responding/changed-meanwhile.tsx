import { Alert, Button, Group, Text } from '@mantine/core';
import { useText } from '../language/use-text';
import { Timeline } from '../matters/timeline';
import type { Case } from './case.query';

interface ChangedMeanwhileProps {
  readonly found: Case;
  /** The version that the form was written on. */
  readonly seen: number;
  readonly onGoOn: () => void;
}

/** Somebody was quicker: what they did, and that nothing was sent. What was written stays in the form. */
export function ChangedMeanwhile({ found, seen, onGoOn }: ChangedMeanwhileProps) {
  const text = useText();
  return (
    <Alert role="alert" variant="outline" color="gray" title={text('responding.changedMeanwhile')}>
      <Text size="sm" mb="xs">
        {text('responding.changedMeanwhileDetail')}
      </Text>
      {/* An event of the case for each number of its version. */}
      <Timeline entries={found.timeline.slice(seen)} />
      <Group gap="sm">
        <Button size="xs" onClick={onGoOn}>
          {text('responding.haveSeen')}
        </Button>
      </Group>
    </Alert>
  );
}
