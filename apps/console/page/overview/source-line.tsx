import { Text } from '@mantine/core';
import { FormattedMessage } from 'react-intl';
import { Instant } from '../language/instants';
import { useText } from '../language/use-text';

interface SourceLineProps {
  readonly asOf: string;
  readonly n?: number;
}

/** Under each table and chart: where the figures come from, as of when, and from how many requests. */
export function SourceLine({ asOf, n }: SourceLineProps) {
  const text = useText();
  return (
    <Text size="xs" c="dimmed" data-as-of={asOf}>
      {n !== undefined && `${text('overview.n', { n })} · `}
      <FormattedMessage id="overview.source" values={{ at: <Instant at={asOf} /> }} />
    </Text>
  );
}
