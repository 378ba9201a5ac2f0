import { Button, Skeleton, Stack, Table, Text } from '@mantine/core';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useText } from '../language/use-text';
import { Failure } from './failure';
import { WideTable } from './wide-table';

interface PagedTableProps<Line> {
  readonly query: UseInfiniteQueryResult<InfiniteData<{ readonly items: readonly Line[] }>>;
  readonly caption: string;
  readonly columns: readonly string[];
  readonly row: (line: Line) => ReactNode;
  /** Said when there are no lines. */
  readonly empty: string;
}

/** A list of the API as a table: what was read before is there at once, and more comes when it is asked for. */
export function PagedTable<Line>({ query, caption, columns, row, empty }: PagedTableProps<Line>) {
  const text = useText();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = query;
  if (!data) {
    if (error) return <Failure error={error} reset={() => void refetch()} />;
    return <Skeleton height={240} aria-label={text('shell.loading')} role="status" />;
  }
  const lines = data.pages.flatMap(({ items }) => items);
  if (lines.length === 0) return <Text>{empty}</Text>;
  return (
    <Stack align="flex-start" gap="sm">
      {error && <Failure error={error} reset={() => void refetch()} />}
      <WideTable name={caption} minWidth={560}>
        <Table aria-label={caption} highlightOnHover verticalSpacing={6} fz="sm">
          <Table.Thead>
            <Table.Tr>
              {columns.map((column) => (
                <Table.Th key={column} scope="col">
                  {column}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>{lines.map(row)}</Table.Tbody>
        </Table>
      </WideTable>
      {hasNextPage && (
        <Button variant="default" size="xs" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {text('shell.more')}
        </Button>
      )}
    </Stack>
  );
}
