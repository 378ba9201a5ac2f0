import { Skeleton, Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { FormattedNumber, useIntl } from 'react-intl';
import type { Schemas } from '../api/client';
import { Failure } from '../app/failure';
import { WideTable } from '../app/wide-table';
import { useText } from '../language/use-text';
import { Chart } from './chart';
import { endedByDay, stackedBars } from './chart-options';
import { waitsQuery } from './oversight.query';
import classes from './overview.module.css';
import { SourceLine } from './source-line';
import { useOverview, useSaidValue } from './use-overview';
import { LONGEST_DRAWN, waitBins } from './wait-bins';

/** How long requests waited: for the acknowledgement when that is measured, else for the first response. */
export function WaitCharts() {
  const text = useText();
  const { window, measure } = useOverview();
  const clock = measure === 'acknowledgeDays' ? 'acknowledgement' : 'answer';
  const { data, error, refetch } = useQuery(waitsQuery(window, clock));
  if (error && !data) return <Failure error={error} reset={() => void refetch()} />;
  if (!data) return <Skeleton height={240} aria-label={text('shell.loading')} role="status" />;
  return (
    <>
      <EndedByDay waits={data} clock={clock} />
      <WaitsByDay waits={data} clock={clock} />
    </>
  );
}

interface WaitsProps {
  readonly waits: Schemas['WaitsView'];
  readonly clock: 'acknowledgement' | 'answer';
}

function EndedByDay({ waits, clock }: WaitsProps) {
  const text = useText();
  const said = useSaidValue();
  const title = text(`overview.endedByDay.${clock}`);
  return (
    <Chart
      title={title}
      option={(look) =>
        endedByDay(waits.items, {
          look,
          x: { name: text('overview.waits'), say: (value) => said('count', value) },
          y: { name: text('overview.share'), say: (value) => said('share', value) },
        })
      }
      source={<SourceLine asOf={waits.asOf} n={waits.ended + waits.open} />}
      table={<DaysTable waits={waits} name={title} />}
    />
  );
}

function WaitsByDay({ waits, clock }: WaitsProps) {
  const text = useText();
  const { formatNumber } = useIntl();
  const bins = waitBins(waits.items);
  const title = text(`overview.waitsByDay.${clock}`);
  const [ended, open] = [text(`overview.ended.${clock}`), text('overview.open')];
  return (
    <Chart
      title={title}
      legend={[
        ['full', ended],
        ['open', open],
      ]}
      option={(look) =>
        stackedBars(
          bins.map(({ day }) => formatNumber(day) + (day === LONGEST_DRAWN ? '+' : '')),
          [
            { name: ended, colour: 'full', values: bins.map((bin) => bin.ended) },
            { name: open, colour: 'open', values: bins.map((bin) => bin.open) },
          ],
          {
            look,
            x: { name: text('overview.waits'), say: String },
            y: { name: text('overview.count'), say: formatNumber },
          },
        )
      }
      source={<SourceLine asOf={waits.asOf} n={waits.ended + waits.open} />}
      table={<DaysTable waits={waits} name={title} />}
    />
  );
}

interface DaysTableProps {
  readonly waits: Schemas['WaitsView'];
  readonly name: string;
}

function DaysTable({ waits, name }: DaysTableProps) {
  const text = useText();
  const said = useSaidValue();
  const heads = [
    'overview.waits',
    'overview.endedThen',
    'overview.open',
    'overview.atRisk',
    'overview.share',
  ] as const;
  return (
    <WideTable name={name} minWidth={320} maxHeight={384} maw="44rem">
      <Table className={classes['figures'] ?? ''} fz="sm" verticalSpacing={2}>
        <Table.Thead>
          <Table.Tr>
            {heads.map((head) => (
              <Table.Th key={head} scope="col">
                {text(head)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {waits.items.map(({ day, ended, open, atRisk, share }) => (
            <Table.Tr key={day}>
              <Table.Th scope="row" fw={400}>
                <FormattedNumber value={day} />
              </Table.Th>
              {[ended, open, atRisk].map((value, place) => (
                <Table.Td key={heads[place + 1]}>
                  <FormattedNumber value={value} />
                </Table.Td>
              ))}
              <Table.Td>{said('share', share)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </WideTable>
  );
}
