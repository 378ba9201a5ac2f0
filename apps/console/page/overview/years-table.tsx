import { Table } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { FormattedNumber } from 'react-intl';
import type { Schemas } from '../api/client';
import { WideTable } from '../app/wide-table';
import { useText } from '../language/use-text';
import { everyYear } from './every-year';
import { cellOf, type Measure, ruleOf } from './measures';
import classes from './overview.module.css';
import type { OverviewSearch } from './search';
import { useMeasureName, useSaidValue } from './use-overview';

const counts = ['delivered', 'answeredInFull', 'answeredInPart', 'refused', 'unanswered'] as const;

interface YearsTableProps {
  readonly years: readonly Schemas['YearView'][];
  readonly measure: Measure;
  readonly search: OverviewSearch;
}

/** Year by year: what became of the requests, and the chosen measure with its own N. */
export function YearsTable({ years, measure, search }: YearsTableProps) {
  const text = useText();
  const said = useSaidValue();
  const nameOf = useMeasureName();
  const { kind, countOf } = ruleOf(measure);
  return (
    <WideTable name={text('overview.outcomesByYear')} minWidth={600}>
      <Table
        className={classes['figures'] ?? ''}
        fz="sm"
        verticalSpacing={4}
        aria-label={text('overview.outcomesByYear')}
      >
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{text('overview.year')}</Table.Th>
            {counts.map((figure) => (
              <Table.Th key={figure} scope="col">
                {text(`overview.figure.${figure}`)}
              </Table.Th>
            ))}
            <Table.Th scope="col">{nameOf(measure)}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {everyYear(years).map(({ year, line }) => {
            if (!line) return <NothingIn key={year} year={year} />;
            const cell = cellOf(line, measure);
            return (
              <Table.Tr key={line.year}>
                <Table.Th scope="row">{line.year}</Table.Th>
                {counts.map((figure) => (
                  <Table.Td key={figure}>
                    <Link
                      to="/overview/requests"
                      search={{ ...search, figure, year: line.year }}
                      className={classes['link'] ?? ''}
                    >
                      <FormattedNumber value={line[figure]} />
                    </Link>
                  </Table.Td>
                ))}
                <Table.Td className={cell.kind === 'few' ? (classes['grey'] ?? '') : ''}>
                  {'value' in cell ? said(kind, cell.value) : '–'} ({text('overview.n', { n: countOf(line) })}
                  )
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </WideTable>
  );
}

function NothingIn({ year }: { readonly year: number }) {
  const text = useText();
  return (
    <Table.Tr>
      <Table.Th scope="row">{year}</Table.Th>
      <Table.Td colSpan={counts.length + 1}>{text('overview.noneSent')}</Table.Td>
    </Table.Tr>
  );
}
