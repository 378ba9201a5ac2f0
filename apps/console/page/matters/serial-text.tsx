import { Text } from '@mantine/core';
import { useCodes } from '../language/use-codes';
import { useText } from '../language/use-text';
import classes from './matters.module.css';
import { signsOf } from './uncertain-signs';
import { textAt, type Writing } from './writing';

/** A serial number as it was seen, with where it stands, how it is read, and which signs are uncertain. */
export function SerialText({ serial }: { readonly serial: Writing }) {
  const text = useText();
  const code = useCodes();
  const observed = textAt(serial, '/asObserved');
  const about = [['markedPart', '/part'] as const, ['serialCondition', '/condition'] as const].flatMap(
    ([kind, place]) => (textAt(serial, place) === '' ? [] : [code(kind, textAt(serial, place))]),
  );
  return (
    <>
      {observed !== '' && (
        <Text span className={classes['marked'] ?? ''} fw={600} translate="no">
          {observed}
        </Text>
      )}{' '}
      <Text span size="sm" c="dimmed">
        ({about.join(' · ')})
      </Text>
      {signsOf(serial)
        .filter(({ isUncertain }) => isUncertain)
        .map(({ position, sign, candidates }) => (
          <Text key={position} size="sm">
            {text('matters.sign', { position, sign })}:{' '}
            {candidates.length === 0 ? text('matters.unreadable') : candidates.join(' / ')}
          </Text>
        ))}
    </>
  );
}
