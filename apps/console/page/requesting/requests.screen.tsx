import { Box, Group, Table, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useRef } from 'react';
import { AnchorLink, ButtonLink } from '../app/links';
import { useKeys } from '../app/keys';
import { MatterName } from '../app/matter-name';
import { PagedTable } from '../app/paged-table';
import { Screen } from '../app/screen';
import { useWrites } from '../data/desk-data';
import { Day } from '../language/instants';
import { useCodes } from '../language/use-codes';
import { useText } from '../language/use-text';
import { isSame } from '../matters/docket-filter';
import { useNow } from '../matters/use-now';
import { useActor } from '../sign-in/use-session';
import { lineClock } from './line-clock';
import { LineClockMark } from './line-clock-mark';
import classes from './requesting.module.css';
import { requestsQuery, type RequestSummary } from './requests.query';
import { RequestsFilters } from './requests-filters';
import { requestsSearchOf } from './requests-search';
import { useChosenLine } from './use-chosen-line';

/** The inbox of the requesting desk: what the State has asked, and how each stands. */
export function RequestsScreen() {
  const text = useText();
  const { role } = useActor();
  const now = useNow();
  const filter = requestsSearchOf(useSearch({ from: '/desk/requests' }));
  const first = useRef<HTMLSelectElement>(null);
  const navigate = useNavigate();
  const requests = useInfiniteQuery(requestsQuery(filter));
  const lines = requests.data?.pages.flatMap(({ items }) => items) ?? [];
  const chosen = useChosenLine(lines.length);
  const writes = role === 'officer';
  useKeys([
    { keys: 'j', label: 'requesting.keyNext', act: chosen.next },
    { keys: 'k', label: 'requesting.keyBefore', act: chosen.before },
    { keys: 'o', label: 'requesting.keyOpen', act: () => chosen.open() },
    { keys: '/', label: 'requesting.keyFilter', act: () => first.current?.focus() },
    ...(writes
      ? [
          {
            keys: 'n',
            label: 'requesting.new',
            act: () => void navigate({ to: '/requests/new', search: {} }),
          } as const,
        ]
      : []),
  ]);
  return (
    <Screen title={text('requesting.requests')} actions={writes && <Actions />}>
      <Box mb="sm">
        <RequestsFilters filter={filter} first={first} />
      </Box>
      <Waiting />
      <PagedTable
        query={requests}
        caption={text('requesting.requests')}
        empty={text(isSame(filter, {}) ? 'requesting.none' : 'requesting.noneSuch')}
        columns={[
          text('requesting.asked'),
          text('requesting.status'),
          text('requesting.acknowledgementClock'),
          text('requesting.answerClock'),
          text('requesting.priority'),
          text('requesting.submitted'),
          text('requesting.changed'),
        ]}
        row={(request) => (
          <RequestLine
            key={request.id}
            request={request}
            now={now}
            place={lines.indexOf(request)}
            chosen={chosen.at}
          />
        )}
      />
    </Screen>
  );
}

function Actions() {
  const text = useText();
  return (
    <Group gap="xs">
      <ButtonLink to="/requests/import" search={{}} variant="default" size="xs">
        {text('requesting.import')}
      </ButtonLink>
      <ButtonLink to="/requests/new" search={{}} size="xs">
        {text('requesting.new')}
      </ButtonLink>
    </Group>
  );
}

/** What has been written without a link is on no list of the exchange yet. */
function Waiting() {
  const text = useText();
  const count = useWrites('requests/new').length;
  return (
    <Text size="sm" mb={count > 0 ? 'sm' : 0} role="status">
      {count > 0 && text('requesting.waiting', { count })}
    </Text>
  );
}

interface RequestLineProps {
  readonly request: RequestSummary;
  readonly now: number;
  readonly place: number;
  readonly chosen: number;
}

function RequestLine({ request, now, place, chosen }: RequestLineProps) {
  const code = useCodes();
  const { id, respondingState, status, priority, submittedAt, changedAt } = request;
  return (
    <Table.Tr data-line={place} className={place === chosen ? (classes['chosen'] ?? '') : ''}>
      <Table.Th scope="row" className={classes['state'] ?? ''}>
        <AnchorLink to="/requests/$id" params={{ id }} size="sm">
          <MatterName id={id} state={respondingState} />
        </AnchorLink>
      </Table.Th>
      <Table.Td>{code('status', status)}</Table.Td>
      <Table.Td>
        <LineClockMark clock={lineClock('acknowledgement', request)} now={now} />
      </Table.Td>
      <Table.Td>
        <LineClockMark clock={lineClock('answer', request)} now={now} />
      </Table.Td>
      <Table.Td>{code('priority', priority)}</Table.Td>
      <Table.Td>
        <SentOn at={submittedAt} />
      </Table.Td>
      <Table.Td>
        <Day at={changedAt} />
      </Table.Td>
    </Table.Tr>
  );
}

/** A draft has not been sent. */
const SentOn = ({ at }: { readonly at: string | null }) => (at === null ? '–' : <Day at={at} />);
