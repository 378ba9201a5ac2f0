import { Badge, Checkbox, Stack, Table, Text } from '@mantine/core';
import type { Schemas } from '../api/client';
import { WideTable } from '../app/wide-table';
import { useWrites } from '../data/desk-data';
import { Day } from '../language/instants';
import { useStateName } from '../language/state-name';
import { useCodes } from '../language/use-codes';
import { useText } from '../language/use-text';
import { MatterName, shortId } from '../app/matter-name';
import { DueMark, SuspendedMark } from '../matters/due-mark';
import classes from './responding.module.css';
import { lineLink, type QueueCursor } from './use-queue-cursor';
import { AnchorLink } from '../app/links';

type Line = Schemas['CaseSummary'];

interface QueueTableProps {
  readonly lines: readonly Line[];
  readonly cursor: QueueCursor;
  /** Whether the reader acts for the State: who does not has nothing to select for. */
  readonly acting: boolean;
  readonly now: number;
}

export function QueueTable({ lines, cursor, acting, now }: QueueTableProps) {
  const text = useText();
  const all = lines.length > 0 && lines.every(({ id }) => cursor.selected.has(id));
  return (
    <WideTable name={text('responding.cases')} minWidth={760}>
      <Table aria-label={text('responding.cases')} highlightOnHover verticalSpacing={6} fz="sm">
        <Table.Thead>
          <Table.Tr>
            {acting && (
              <Table.Th scope="col" w={40}>
                <Checkbox
                  size="sm"
                  aria-label={text('responding.selectAll')}
                  checked={all}
                  indeterminate={!all && cursor.selected.size > 0}
                  onChange={() => cursor.choose(all ? [] : lines.map(({ id }) => id))}
                />
              </Table.Th>
            )}
            <Table.Th scope="col">{text('responding.asking')}</Table.Th>
            <Table.Th scope="col">{text('responding.clockAcknowledgement')}</Table.Th>
            <Table.Th scope="col">{text('responding.clockAnswer')}</Table.Th>
            <Table.Th scope="col">{text('responding.status')}</Table.Th>
            <Table.Th scope="col">{text('responding.priority')}</Table.Th>
            <Table.Th scope="col">{text('responding.received')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map((line) => (
            <QueueLine key={line.id} line={line} cursor={cursor} acting={acting} now={now} />
          ))}
        </Table.Tbody>
      </Table>
    </WideTable>
  );
}

interface QueueLineProps extends Omit<QueueTableProps, 'lines'> {
  readonly line: Line;
}

function QueueLine({ line, cursor, acting, now }: QueueLineProps) {
  const text = useText();
  const code = useCodes();
  const stateName = useStateName();
  const waiting = useWrites(`cases/${line.id}`).length > 0;
  const { id, requestingState, due } = line;
  return (
    <Table.Tr
      className={classes['row'] ?? ''}
      data-here={cursor.here === id}
      onFocus={() => cursor.stand(id)}
    >
      {acting && (
        <Table.Td>
          <Checkbox
            size="sm"
            aria-label={text('responding.select', { state: stateName(requestingState), id: shortId(id) })}
            checked={cursor.selected.has(id)}
            onChange={() => cursor.toggle(id)}
          />
        </Table.Td>
      )}
      <Table.Th scope="row">
        <AnchorLink to="/cases/$id" params={{ id }} id={lineLink(id)} fz="sm">
          <MatterName id={id} state={requestingState} />
        </AnchorLink>
      </Table.Th>
      <Table.Td>
        {due.acknowledgement === null ? <Still /> : <DueMark dueAt={due.acknowledgement} now={now} />}
      </Table.Td>
      <Table.Td>
        {due.suspended && <SuspendedMark>{text('responding.suspended')}</SuspendedMark>}
        {!due.suspended && (due.answer === null ? <Still /> : <DueMark dueAt={due.answer} now={now} />)}
      </Table.Td>
      <Table.Td>
        <Stack gap={2} align="flex-start">
          {code('status', line.status)}
          {waiting && (
            <Badge size="xs" color="gray.7" variant="filled">
              {text('shell.queued')}
            </Badge>
          )}
        </Stack>
      </Table.Td>
      <Table.Td fw={line.priority === 'URGENT' ? 700 : 400}>{code('priority', line.priority)}</Table.Td>
      <Table.Td>
        <Day at={line.receivedAt} />
      </Table.Td>
    </Table.Tr>
  );
}

/** The clock does not run: it was met, or the matter went another way. */
function Still() {
  const text = useText();
  return (
    <Text span size="sm" c="dimmed">
      {text('responding.notRunning')}
    </Text>
  );
}
