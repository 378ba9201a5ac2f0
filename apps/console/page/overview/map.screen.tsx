import { Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useId } from 'react';
import { Failure } from '../app/failure';
import { useText } from '../language/use-text';
import { Controls, PeriodChoice } from './controls';
import { flowsOf } from './flows';
import { FlowsTable } from './flows-table';
import { OverviewScreen } from './overview-screen';
import { pairsQuery } from './oversight.query';
import classes from './overview.module.css';
import { PartyChoice } from './party-choice';
import { SourceLine } from './source-line';
import { useOverview } from './use-overview';

/** The map is loaded when it is first shown. */
const FlowMap = lazy(async () => ({ default: (await import('./flow-map')).FlowMap }));

/** Who asks whom, on a map and as a table. */
export function MapScreen() {
  const text = useText();
  const { window } = useOverview();
  const told = useId();
  const { data, error, refetch } = useQuery(pairsQuery(window));
  const { drawn, left } = flowsOf(data?.items ?? []);
  const loading = <Skeleton height={320} aria-label={text('shell.loading')} role="status" />;
  const delivered = (data?.items ?? []).reduce((sum, pair) => sum + pair.delivered, 0);
  return (
    <OverviewScreen title={text('overview.map')}>
      <Controls>
        <PartyChoice />
        <PeriodChoice />
      </Controls>
      {error && <Failure error={error} reset={() => void refetch()} />}
      {!data && !error && loading}
      {data && delivered === 0 && <Text>{text('overview.none')}</Text>}
      {data && delivered > 0 && (
        <>
          <figure className={classes['chart']}>
            {drawn.length > 0 && (
              <Suspense fallback={loading}>
                <FlowMap
                  flows={drawn}
                  title={text('overview.chartOf', { title: text('overview.map') })}
                  told={told}
                />
              </Suspense>
            )}
            <Text size="xs" c="dimmed">
              {text('overview.mapAbout', { largest: drawn.at(-1)?.n ?? 0, left: left.length })}
            </Text>
            <SourceLine asOf={data.asOf} n={delivered} />
          </figure>
          <div id={told}>
            <FlowsTable pairs={data.items} />
          </div>
        </>
      )}
    </OverviewScreen>
  );
}
