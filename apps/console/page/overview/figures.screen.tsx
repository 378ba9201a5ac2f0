import { Button, Skeleton, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Failure } from '../app/failure';
import { useStateName } from '../language/state-name';
import { useText } from '../language/use-text';
import { Controls, MeasureChoice, PeriodChoice } from './controls';
import { yearsCsv } from './figures-csv';
import { FiguresTable, WaitsTable } from './figures-table';
import { OverviewScreen } from './overview-screen';
import { yearsQuery } from './oversight.query';
import { PartyChoice } from './party-choice';
import { saveFile } from './save-file';
import { SourceLine } from './source-line';
import { useOverview } from './use-overview';
import { WaitCharts } from './wait-charts';
import { MeasureByYear, OutcomesByYear } from './year-charts';

/** The figures of one pair, or of all that the reader may see: tables, and charts of years and of waits. */
export function FiguresScreen() {
  const text = useText();
  const nameOf = useStateName();
  const { window, search, measure } = useOverview();
  const { data, error, refetch } = useQuery(yearsQuery(window));
  const { requesting, responding } = search;
  const everyState = text('overview.everyState');
  const pair = text('overview.fromTo', {
    from: requesting === undefined ? everyState : nameOf(requesting),
    to: responding === undefined ? everyState : nameOf(responding),
  });
  const exported = () => {
    if (data) saveFile(`years-${data.asOf.slice(0, 10)}.csv`, yearsCsv(data, data.items), 'text/csv');
  };
  return (
    <OverviewScreen
      title={pair}
      actions={
        <Button
          variant="default"
          size="xs"
          leftSection={<IconDownload size={16} aria-hidden />}
          disabled={!data}
          onClick={exported}
        >
          {text('overview.exportCsv')}
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
      {data?.total.submitted === 0 && data.total.delivered === 0 && (
        <Text>{text('overview.noneSentHere')}</Text>
      )}
      {data && data.total.submitted + data.total.delivered > 0 && (
        <>
          <FiguresTable figures={data.total} search={search} />
          <WaitsTable figures={data.total} />
          <SourceLine asOf={data.asOf} n={data.total.delivered} />
          <OutcomesByYear years={data} measure={measure} />
          <MeasureByYear years={data} measure={measure} />
          <WaitCharts />
        </>
      )}
    </OverviewScreen>
  );
}
