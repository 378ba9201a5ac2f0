import { Text } from '@mantine/core';
import { Screen } from '../app/screen';
import { useText } from '../language/use-text';

/** Where a trace is looked up. */
export function TracesScreen() {
  const text = useText();
  return (
    <Screen title={text('trace.traces')}>
      <Text>{text('trace.fromRequest')}</Text>
    </Screen>
  );
}
