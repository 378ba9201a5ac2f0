import { Alert, Button, Group, Paper, SimpleGrid, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { ButtonLink } from '../app/links';
import { Failure } from '../app/failure';
import { useKeys } from '../app/keys';
import { shortId } from '../app/matter-name';
import { Screen } from '../app/screen';
import { useWrites } from '../data/desk-data';
import { useStateName } from '../language/state-name';
import { useCodes } from '../language/use-codes';
import { useText } from '../language/use-text';
import { ConsentClocks } from '../matters/consent-clocks';
import { consentQuestions } from '../matters/consent-standing';
import { Timeline } from '../matters/timeline';
import { useNow } from '../matters/use-now';
import type { MessageId } from '../messages/areas';
import { useActor } from '../sign-in/use-session';
import { ActDialog } from './act-dialog';
import { type Act, actsOn } from './acts';
import { Answers } from './answers';
import { DraftActs } from './draft-acts';
import { Photograph } from './photograph';
import { ItemsContent, RequestContent } from './request-content';
import { type RequestDetail, requestQuery, traceQuery } from './request.query';
import { RequestClocks } from './request-clocks';
import classes from './requesting.module.css';
import type { ActOutcome } from './use-act';
import { emptyWriting, recordOf, type Writing } from '../matters/writing';

/** One request: how it stands, what was asked, what was answered, and what may be done. */
export function RequestScreen() {
  const text = useText();
  const name = useStateName();
  const { id } = useParams({ from: '/desk/requests/$id' });
  const { data, dataUpdatedAt, error, refetch } = useQuery(requestQuery(id));
  const title = data
    ? text('requesting.requestTo', { state: name(data.respondingState), id: shortId(id) })
    : text('requesting.request');
  return (
    <Screen title={title} {...(data && { actions: <Actions request={data} />, readAt: dataUpdatedAt })}>
      {error && <Failure error={error} reset={() => void refetch()} />}
      {!data && !error && <Skeleton height={400} role="status" aria-label={text('shell.loading')} />}
      {data && <Request request={data} />}
    </Screen>
  );
}

const contentOf = ({ content, draft }: RequestDetail): Writing | undefined => {
  const written = content ?? draft?.content;
  return written && recordOf(written);
};

function Actions({ request }: { readonly request: RequestDetail }) {
  const text = useText();
  useKeys([{ keys: 'p', label: 'requesting.print', act: () => print() }]);
  return (
    <Group gap="xs" className={classes['unprinted'] ?? ''}>
      {request.matter && (
        <ButtonLink to="/traces/$id" params={{ id: request.id }} size="xs" variant="default">
          {text('requesting.trail')}
        </ButtonLink>
      )}
      <Button size="xs" variant="default" onClick={() => print()}>
        {text('requesting.print')}
      </Button>
    </Group>
  );
}

function Request({ request }: { readonly request: RequestDetail }) {
  const { data: trace } = useQuery({ ...traceQuery(request.id), enabled: request.matter !== undefined });
  const hops = (trace?.trails ?? [])
    .flatMap((trail) => trail.hops)
    .filter(({ requestId }) => requestId === request.id);
  const furtherStates = new Map(hops.map(({ item, furtherStates: states }) => [item, states]));
  const content = contentOf(request);
  const { consents = [] } = request;
  const now = useNow();
  return (
    <Stack gap="md">
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        <Standing request={request} />
        <Part title="requesting.clocks">
          <RequestClocks request={request} />
        </Part>
      </SimpleGrid>
      {consents.length > 0 && (
        <Part title="matters.consents">
          <ConsentClocks
            questions={consentQuestions(consents, request.timeline)}
            respondingState={request.respondingState}
            now={now}
          />
        </Part>
      )}
      <ActBar request={request} />
      {(request.answers ?? []).length + (request.refusal ? 1 : 0) > 0 && (
        <Part title="requesting.answers">
          <Answers request={request} furtherStates={furtherStates} />
        </Part>
      )}
      <Part title="requesting.content">
        <RequestContent content={content ?? emptyWriting} />
      </Part>
      {content && (
        <Part title="requesting.items">
          <ItemsContent content={content} />
        </Part>
      )}
      <Photographs request={request} />
      <Part title="requesting.history">
        <Timeline entries={request.timeline} />
      </Part>
    </Stack>
  );
}

function Standing({ request }: { readonly request: RequestDetail }) {
  const text = useText();
  const code = useCodes();
  const { id, status, addressedTo, imported, crossHits = [] } = request;
  const waiting = useWrites(`requests/${id}`).length;
  return (
    <Part title="requesting.standing">
      <Text fw={600}>{code('status', status)}</Text>
      {addressedTo && <Text size="sm">{text('requesting.goesTo', { body: addressedTo.body })}</Text>}
      {imported && <Text size="sm">{text('requesting.imported')}</Text>}
      {crossHits.length > 0 && (
        <Text size="sm">{text('requesting.crossHits', { items: crossHits.join(', ') })}</Text>
      )}
      {waiting > 0 && <Text size="sm">{text('requesting.waiting', { count: waiting })}</Text>}
      <Text size="xs" c="dimmed" dir="ltr" w="fit-content">
        {id}
      </Text>
    </Part>
  );
}

/** What may be done now; each asks for what it needs. */
function ActBar({ request }: { readonly request: RequestDetail }) {
  const text = useText();
  const { role } = useActor();
  const [act, setAct] = useState<Act>();
  const [outcome, setOutcome] = useState<ActOutcome>();
  if (role !== 'officer') return null;
  if (request.draft) return <DraftActs request={request} />;
  return (
    <Stack gap="xs" className={classes['unprinted'] ?? ''}>
      <Group gap="xs" role="group" aria-label={text('requesting.acts')}>
        {actsOn(request).map((one) => (
          <Button key={one.path} size="xs" variant="outline" onClick={() => setAct(one)}>
            {text(one.label)}
          </Button>
        ))}
      </Group>
      <div role="status">
        {outcome && (
          <Alert variant="outline" color={outcome === 'done' ? 'green' : 'gray'} p="xs">
            {text(outcome === 'done' ? 'requesting.actDone' : 'requesting.actQueued')}
          </Alert>
        )}
      </div>
      {act && (
        <ActDialog
          act={act}
          request={request}
          onClose={() => setAct(undefined)}
          onDone={(came) => {
            setAct(undefined);
            setOutcome(came);
          }}
        />
      )}
    </Stack>
  );
}

function Photographs({ request: { photographs = [] } }: { readonly request: RequestDetail }) {
  const text = useText();
  const code = useCodes();
  if (photographs.length === 0) return null;
  return (
    <Part title="requesting.photographs">
      <Group align="flex-start">
        {photographs.map(({ sha256, view, arrived }) => (
          <figure key={sha256} style={{ margin: 0, maxWidth: '20rem' }}>
            {arrived ? (
              <Photograph sha256={sha256} name={code('view', view)} />
            ) : (
              text('requesting.photographOnItsWay')
            )}
            <Text component="figcaption" size="sm">
              {code('view', view)}
            </Text>
          </figure>
        ))}
      </Group>
    </Part>
  );
}

function Part({ title, children }: { readonly title: MessageId; readonly children: ReactNode }) {
  const text = useText();
  return (
    <Paper component="section" withBorder p="sm">
      <Title order={2} size="h5" mb="xs">
        {text(title)}
      </Title>
      {children}
    </Paper>
  );
}
