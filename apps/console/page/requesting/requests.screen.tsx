import { Group, NativeSelect, Table, Text } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { AnchorLink, ButtonLink } from '../app/links';
import { useKeys } from '../app/keys';
import { MatterName } from '../app/matter-name';
import { PagedTable } from '../app/paged-table';
import { Screen } from '../app/screen';
import { useWrites } from '../data/desk-data';
import { Day } from '../language/instants';
import { useCodes } from '../language/use-codes';
import { useText } from '../language/use-text';
import { useActor } from '../sign-in/use-session';
import { STATUSES } from './code-lists';
import { DueMark } from './due-mark';
import { clocksByRequest, lineClock } from './line-clock';
import classes from './requesting.module.css';
import { ownClocksQuery, requestsQuery, type RequestSummary } from './requests.query';
import { requestsSearchOf } from './requests-search';
import { useChosenLine } from './use-chosen-line';

/** The inbox of the requesting desk: what the State has asked, and how each stands. */
export function RequestsScreen() {
  const text = useText();
  const { state, role } = useActor();
  const { status } = requestsSearchOf(useSearch({ from: '/desk/requests' }));
  const navigate = useNavigate();
  const requests = useInfiniteQuery(requestsQuery(status));
  const { data: clocks = [] } = useQuery(ownClocksQuery(state));
  const byRequest = clocksByRequest(clocks);
  const lines = requests.data?.pages.flatMap(({ items }) => items) ?? [];
  const chosen = useChosenLine(lines.length);
  const writes = role === 'officer';
  useKeys([
    { keys: 'j', label: 'requesting.keyNext', act: chosen.next },
    { keys: 'k', label: 'requesting.keyBefore', act: chosen.before },
    { keys: 'o', label: 'requesting.keyOpen', act: () => chosen.open() },
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
      <StatusFilter />
      <Waiting />
      <PagedTable
        query={requests}
        caption={text('requesting.requests')}
        empty={text(status === undefined ? 'requesting.none' : 'requesting.noneSuch')}
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
            running={byRequest.get(request.id) ?? []}
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

/** The choice stands in the address, which can be handed on. */
function StatusFilter() {
  const text = useText();
  const code = useCodes();
  const { status } = requestsSearchOf(useSearch({ from: '/desk/requests' }));
  const navigate = useNavigate();
  return (
    <NativeSelect
      size="xs"
      mb="sm"
      maw={260}
      label={text('requesting.show')}
      value={status ?? ''}
      onChange={({ currentTarget: { value } }) => {
        const named = STATUSES.find((one) => one === value);
        void navigate({
          to: '/requests',
          search: named === undefined ? {} : { status: named },
          replace: true,
        });
      }}
      data={[
        { value: '', label: text('requesting.allSent') },
        ...STATUSES.map((value) => ({ value, label: code('status', value) })),
      ]}
    />
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
  readonly running: Parameters<typeof lineClock>[2];
  readonly place: number;
  readonly chosen: number;
}

function RequestLine({ request, running, place, chosen }: RequestLineProps) {
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
        <DueMark clock={lineClock('acknowledgement', status, running)} />
      </Table.Td>
      <Table.Td>
        <DueMark clock={lineClock('answer', status, running)} />
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
