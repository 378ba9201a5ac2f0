import { Button, Skeleton, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Failure } from '../app/failure';
import { useText } from '../language/use-text';
import { Controls, MeasureChoice, PeriodChoice } from './controls';
import { pairsCsv } from './figures-csv';
import { Legend } from './legend';
import { MatrixTable } from './matrix-table';
import { OverviewScreen } from './overview-screen';
import { pairsQuery } from './oversight.query';
import { saveFile } from './save-file';
import { SourceLine } from './source-line';
import { useOverview } from './use-overview';

/** Requesting against responding States, coloured by what is measured. */
export function MatrixScreen() {
  const text = useText();
  const { window, measure } = useOverview();
  const { data, error, refetch } = useQuery(pairsQuery(window));
  const exported = () => {
    if (data) saveFile(`pairs-${data.asOf.slice(0, 10)}.csv`, pairsCsv(data, data.items), 'text/csv');
  };
  return (
    <OverviewScreen
      title={text('overview.pairs')}
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
        <PeriodChoice />
      </Controls>
      {error && <Failure error={error} reset={() => void refetch()} />}
      {!data && !error && <Skeleton height={240} aria-label={text('shell.loading')} role="status" />}
      {data?.items.length === 0 && <Text>{text('overview.none')}</Text>}
      {data && data.items.length > 0 && (
        <>
          <Legend measure={measure} />
          <MatrixTable pairs={data.items} />
          <SourceLine asOf={data.asOf} />
        </>
      )}
    </OverviewScreen>
  );
}
