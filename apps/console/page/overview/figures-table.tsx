import { Table } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { FormattedNumber } from 'react-intl';
import { WideTable } from '../app/wide-table';
import { useText } from '../language/use-text';
import { type FigureLine, figureLines, waitLines } from './figure-lines';
import { FEWEST, type Figures } from './measures';
import classes from './overview.module.css';
import type { OverviewSearch } from './search';
import { useSaidValue } from './use-overview';

interface FiguresTableProps {
  readonly figures: Figures;
  readonly search: OverviewSearch;
}

/** Every figure, each with what it is a share of; each count leads to its requests. */
export function FiguresTable({ figures, search }: FiguresTableProps) {
  const text = useText();
  return (
    <WideTable name={text('overview.figures')} minWidth={320}>
      <Table
        aria-label={text('overview.figures')}
        className={classes['figures'] ?? ''}
        fz="sm"
        verticalSpacing={4}
      >
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{text('overview.figure')}</Table.Th>
            <Table.Th scope="col">{text('overview.count')}</Table.Th>
            <Table.Th scope="col">{text('overview.of')}</Table.Th>
            <Table.Th scope="col">{text('overview.share')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {figureLines(figures).map((line) => (
            <Line key={line.figure} line={line} search={search} />
          ))}
        </Table.Tbody>
      </Table>
    </WideTable>
  );
}

function Line({ line, search }: { readonly line: FigureLine; readonly search: OverviewSearch }) {
  const text = useText();
  const said = useSaidValue();
  const { figure, count, of, share } = line;
  const few = of !== null && of > 0 && of < FEWEST;
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={400}>
        {text(`overview.figure.${figure}`)}
      </Table.Th>
      <Table.Td>
        {count === 0 ? (
          <FormattedNumber value={0} />
        ) : (
          <Link to="/overview/requests" search={{ ...search, figure }} className={classes['link'] ?? ''}>
            <FormattedNumber value={count} />
          </Link>
        )}
      </Table.Td>
      <Table.Td>{of === null ? '' : <FormattedNumber value={of} />}</Table.Td>
      <Table.Td className={few ? (classes['grey'] ?? '') : ''}>
        {share === null ? (of === null ? '' : '–') : said('share', share)}
        {few && ` · ${text('overview.tooFew')}`}
      </Table.Td>
    </Table.Tr>
  );
}

/** Median and 90th percentile of the waits; open requests are counted as far as they were seen. */
export function WaitsTable({ figures }: { readonly figures: Figures }) {
  const text = useText();
  const said = useSaidValue();
  const days = (value: number | null) => (value === null ? text('overview.notReached') : said('days', value));
  return (
    <WideTable name={text('overview.waits')} minWidth={320}>
      <Table
        aria-label={text('overview.waits')}
        className={classes['figures'] ?? ''}
        fz="sm"
        verticalSpacing={4}
      >
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{text('overview.waits')}</Table.Th>
            <Table.Th scope="col">{text('overview.median')}</Table.Th>
            <Table.Th scope="col">{text('overview.p90')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {waitLines(figures).map(({ wait, median, p90 }) => (
            <Table.Tr key={wait}>
              <Table.Th scope="row" fw={400}>
                {text(`overview.wait.${wait}`)}
              </Table.Th>
              <Table.Td>{days(median)}</Table.Td>
              <Table.Td>{days(p90)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </WideTable>
  );
}
