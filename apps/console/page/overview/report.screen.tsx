import { Button, Skeleton, Text, Title } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Failure } from '../app/failure';
import { useStateName } from '../language/state-name';
import { useText } from '../language/use-text';
import { Controls, MeasureChoice, PeriodChoice } from './controls';
import { FiguresTable, WaitsTable } from './figures-table';
import { Legend } from './legend';
import { MatrixTable } from './matrix-table';
import type { Pair } from './measures';
import { OverviewScreen } from './overview-screen';
import { type PairByYear, reportQuery } from './oversight.query';
import { PartyChoice } from './party-choice';
import classes from './report.module.css';
import { SourceLine } from './source-line';
import { useMeasureName, useOverview } from './use-overview';
import { YearsTable } from './years-table';

/** On paper: a page that sums up, then a page for each pair. */
export function ReportScreen() {
  const text = useText();
  const { window, measure, search } = useOverview();
  const measured = useMeasureName()(measure);
  const { data, error, refetch } = useQuery(reportQuery(window));
  const sent = data?.items.filter(({ submitted, delivered }) => submitted + delivered > 0) ?? [];
  return (
    <OverviewScreen
      title={text('overview.report')}
      actions={
        <Button
          size="xs"
          leftSection={<IconPrinter size={16} aria-hidden />}
          disabled={!data}
          onClick={() => globalThis.print()}
        >
          {text('overview.print')}
        </Button>
      }
    >
      <Controls>
        <MeasureChoice />
        <PartyChoice />
        <PeriodChoice />
      </Controls>
      {error && <Failure error={error} reset={() => void refetch()} />}
      {!data && !error && <Skeleton height={240} aria-label={text('shell.loading')} role="status" />}
      {data && sent.length === 0 && <Text>{text('overview.none')}</Text>}
      {data && sent.length > 0 && (
        <>
          <section className={classes['page']}>
            <Title order={2} size="h4">
              {measured}
              {' · '}
              {search.year ?? text('overview.allYears')}
            </Title>
            <Legend measure={measure} />
            <MatrixTable pairs={data.items} />
            <SourceLine asOf={data.asOf} n={sent.reduce((sum, { delivered }) => sum + delivered, 0)} />
          </section>
          {sent.map((pair) => (
            <PairPage
              key={`${pair.requestingState} ${pair.respondingState}`}
              pair={pair}
              asOf={data.asOf}
              years={data.byYear.find((one) => isOf(one, pair))?.years}
            />
          ))}
        </>
      )}
    </OverviewScreen>
  );
}

interface PairPageProps {
  readonly pair: Pair;
  readonly asOf: string;
  /** Absent where one year alone is shown. */
  readonly years: PairByYear['years'] | undefined;
}

const isOf = (one: PairByYear, { requestingState, respondingState }: Pair) =>
  one.requestingState === requestingState && one.respondingState === respondingState;

function PairPage({ pair, asOf, years }: PairPageProps) {
  const text = useText();
  const nameOf = useStateName();
  const { search, measure } = useOverview();
  const { requestingState: requesting, respondingState: responding } = pair;
  return (
    <section className={classes['page']}>
      <Title order={2} size="h4">
        {text('overview.fromTo', { from: nameOf(requesting), to: nameOf(responding) })}
      </Title>
      <FiguresTable figures={pair} search={{ ...search, requesting, responding }} />
      <WaitsTable figures={pair} />
      {years && <YearsTable years={years} measure={measure} search={{ ...search, requesting, responding }} />}
      <SourceLine asOf={asOf} n={pair.delivered} />
    </section>
  );
}
