import { Paper, Progress, Stack, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Failure } from '../app/failure';
import { useCodes } from '../language/use-codes';
import { useText } from '../language/use-text';
import { type ImportProgress, importQuery } from './imports.query';

/** How far an import is, and once all is known, line by line what is to be mended. */
export function ImportReport({ id }: { readonly id: string }) {
  const text = useText();
  const code = useCodes();
  const { data, error } = useQuery(importQuery(id));
  if (!data) return error ? <Failure error={error} /> : null;
  const { status, rows, requests, faulty, sent, skipped } = data;
  const isUnderWay = status === 'checking' || status === 'sending';
  return (
    <Paper withBorder p="md">
      <Stack gap="sm">
        <div role="status">
          <Text fw={600}>{code('importStatus', status)}</Text>
          <Text size="sm">{text('requesting.importRows', { rows, requests })}</Text>
          <Text size="sm">{text('requesting.importFaulty', { faulty, sent, skipped })}</Text>
        </div>
        {isUnderWay && <Progress value={100} animated aria-label={code('importStatus', status)} />}
        {!isUnderWay && <Faults progress={data} />}
      </Stack>
    </Paper>
  );
}

function Faults({ progress: { report, faults } }: { readonly progress: ImportProgress }) {
  const text = useText();
  if (report.length === 0) return <Text size="sm">{text('requesting.importClean')}</Text>;
  return (
    <>
      {faults > report.length && (
        <Text size="sm">{text('requesting.importShown', { shown: report.length, all: faults })}</Text>
      )}
      <Table.ScrollContainer minWidth={560} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table aria-label={text('requesting.importReport')} fz="sm" verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              {(['line', 'column', 'foundThere', 'remedy'] as const).map((name) => (
                <Table.Th key={name} scope="col">
                  {text(`requesting.${name}`)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {report.map(({ line, column, pointer, found, remedy }, index) => (
              <Table.Tr key={index}>
                <Table.Th scope="row">{line}</Table.Th>
                <Table.Td dir="ltr">{column ?? pointer}</Table.Td>
                <Table.Td dir="ltr" lang="en">
                  {found}
                </Table.Td>
                <Table.Td dir="ltr" lang="en">
                  {remedy}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </>
  );
}
