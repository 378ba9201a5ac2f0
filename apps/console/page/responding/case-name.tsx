import { Group, Text } from '@mantine/core';
import { StateName } from '../language/state-name';

/** Two cases of one State are told apart by the end of their ids. */
export const shortId = (id: string): string => id.slice(-6);

interface CaseNameProps {
  readonly id: string;
  readonly requestingState: string;
}

export function CaseName({ id, requestingState }: CaseNameProps) {
  return (
    <Group component="span" gap={6} wrap="nowrap" display="inline-flex">
      <StateName code={requestingState} />
      <Text span fz="xs" ff="monospace" flex="none">
        {shortId(id)}
      </Text>
    </Group>
  );
}
