import { Alert, Button, Group, Text } from '@mantine/core';
import { useText } from '../language/use-text';
import type { Case } from './case.query';
import { Entries } from './case-trail';
import { since } from './trail-words';

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
      <Entries entries={since(found, seen)} />
      <Group gap="sm">
        <Button size="xs" onClick={onGoOn}>
          {text('responding.haveSeen')}
        </Button>
      </Group>
    </Alert>
  );
}
