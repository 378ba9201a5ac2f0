import { Group, Text } from '@mantine/core';
import { StateName } from '../language/state-name';

/** Matters with one State are told apart by the end of their ids, which is the same at both desks. */
export const shortId = (id: string): string => id.slice(-6);

interface MatterNameProps {
  readonly id: string;
  /** The State on the other side. */
  readonly state: string;
}

export function MatterName({ id, state }: MatterNameProps) {
  return (
    <Group component="span" gap="0 6px" display="inline-flex">
      <StateName code={state} />
      <Text span fz="xs" ff="monospace" flex="none">
        {shortId(id)}
      </Text>
    </Group>
  );
}
