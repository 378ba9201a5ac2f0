import { Group, Text } from '@mantine/core';
import { useText } from '../language/use-text';
import { type Measure, ruleOf } from './measures';
import classes from './overview.module.css';
import { useMeasureName, useSaidValue } from './use-overview';

/** Where each colour begins. The bounds are fixed: they do not move with what is shown. */
export function Legend({ measure }: { readonly measure: Measure }) {
  const text = useText();
  const said = useSaidValue();
  const nameOf = useMeasureName();
  const { kind, steps } = ruleOf(measure);
  const first = said(kind, steps[0]);
  return (
    <div>
      <Group
        gap={4}
        wrap="wrap"
        component="ul"
        className={classes['legend'] ?? ''}
        aria-label={text('overview.legend')}
      >
        <Text component="li" size="xs" me="xs">
          {nameOf(measure)}
        </Text>
        <li className={`${classes['key'] ?? ''} ${classes['step0'] ?? ''}`}>
          {text('overview.below', { value: first })}
        </li>
        {steps.map((begin, index) => (
          <li key={begin} className={`${classes['key'] ?? ''} ${classes[`step${String(index + 1)}`] ?? ''}`}>
            {text('overview.fromValue', { value: said(kind, begin) })}
          </li>
        ))}
        <li className={`${classes['key'] ?? ''} ${classes['grey'] ?? ''}`}>{text('overview.greyed')}</li>
      </Group>
      <Text size="xs" c="dimmed" mt={4}>
        {text(`overview.about.${measure}`)} {text('overview.noneSentMeans')}
      </Text>
    </div>
  );
}
