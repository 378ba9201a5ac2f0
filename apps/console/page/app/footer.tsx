import { Text } from '@mantine/core';
import { useSpeech, useText } from '../language/use-text';

/** Says what the reader must know of the words on the page: a translation that nobody has checked says so. */
export function Footer() {
  const text = useText();
  const { language } = useSpeech();
  return (
    <Text component="footer" size="xs" c="dimmed" p="md">
      {language === 'en' ? text('shell.footer') : text('shell.unchecked')}
    </Text>
  );
}
