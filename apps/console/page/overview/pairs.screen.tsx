import { Table } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { FormattedNumber } from 'react-intl';
import { PagedTable } from '../app/paged-table';
import { Screen } from '../app/screen';
import { StateName } from '../language/state-name';
import { useText } from '../language/use-text';
import { pairsQuery } from './pairs.query';

/** Pairs as a table: N stands beside every figure. */
export function PairsScreen() {
  const text = useText();
  const pairs = useInfiniteQuery(pairsQuery());
  return (
    <Screen title={text('overview.pairs')}>
      <PagedTable
        query={pairs}
        caption={text('overview.pairs')}
        empty={text('overview.none')}
        columns={[
          text('overview.requestingState'),
          text('overview.respondingState'),
          text('overview.delivered'),
          text('overview.answered'),
          text('overview.overdue'),
          text('overview.medianDays'),
        ]}
        row={(pair) => (
          <Table.Tr key={`${pair.requestingState} ${pair.respondingState}`}>
            <Table.Th scope="row">
              <StateName code={pair.requestingState} />
            </Table.Th>
            <Table.Td>
              <StateName code={pair.respondingState} />
            </Table.Td>
            <Table.Td>
              <FormattedNumber value={pair.delivered} />
            </Table.Td>
            <Table.Td>
              <FormattedNumber value={pair.answeredInFull + pair.answeredInPart} />
            </Table.Td>
            <Table.Td>
              <FormattedNumber value={pair.overdue} />
            </Table.Td>
            <Table.Td>
              {pair.medianDaysToAnswer === null ? (
                '–'
              ) : (
                <FormattedNumber value={pair.medianDaysToAnswer} maximumFractionDigits={1} />
              )}
            </Table.Td>
          </Table.Tr>
        )}
      />
    </Screen>
  );
}
