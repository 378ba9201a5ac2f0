import { Text } from '@mantine/core';
import { useIntl } from 'react-intl';
import { Day } from '../language/instants';
import { useStateName } from '../language/state-name';
import { useText } from '../language/use-text';
import classes from './trace.module.css';
import type { Trail } from './trace.query';
import { timelineOf } from './trail-timeline';

/** A bar for each question, from its sending to the last word on it, on one axis of days. */
export function TrailBars({ trail, asOf }: { readonly trail: Trail; readonly asOf: string }) {
  const text = useText();
  const name = useStateName();
  const intl = useIntl();
  const { from, to, lanes } = timelineOf(trail, asOf);
  const share = (place: number) => `${(place * 100).toFixed(2)}%`;
  return (
    <div>
      <ul className={classes['lanes']}>
        {lanes.map(({ hop, from: start, to: end, isOpen, ticks }) => (
          <li key={`${hop.requestId} ${hop.item}`} className={classes['lane']}>
            <Text size="sm">{name(hop.respondingState)}</Text>
            <div className={classes['bars']}>
              <div
                className={`${classes['bar'] ?? ''} ${isOpen ? (classes['barOpen'] ?? '') : ''}`}
                style={{ insetInlineStart: share(start), inlineSize: share(Math.max(end - start, 0.004)) }}
              />
              {ticks.map(({ kind, at, place }) => (
                <span
                  key={kind}
                  className={`${classes['tick'] ?? ''} ${kind === 'due' ? (classes['tickDue'] ?? '') : ''}`}
                  style={{ insetInlineStart: share(Math.min(place, 0.997)) }}
                  title={`${text(`trace.${kind}`)}: ${intl.formatDate(at, { dateStyle: 'medium' })}`}
                />
              ))}
            </div>
          </li>
        ))}
      </ul>
      <div className={classes['lane']}>
        <span />
        <Text size="xs" component="div" className={classes['axis'] ?? ''}>
          <Day at={from} />
          <Day at={to} />
        </Text>
      </div>
      <Text size="xs" c="dimmed">
        {text('trace.legend')}
      </Text>
    </div>
  );
}
