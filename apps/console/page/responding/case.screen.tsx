import { Alert, Badge, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Failure } from '../app/failure';
import { Screen } from '../app/screen';
import { useWrites } from '../data/desk-data';
import { useStateName } from '../language/state-name';
import { useCodes } from '../language/use-codes';
import { useText } from '../language/use-text';
import { ActBar } from './act-bar';
import { CaseClocks } from './case-clocks';
import { CaseConsents } from './case-consents';
import { CaseItems } from './case-items';
import { CaseRequest } from './case-request';
import { type Case, caseQuery } from './case.query';
import { shortId } from '../app/matter-name';
import { CrossHits } from './cross-hits';
import classes from './responding.module.css';
import { Timeline } from '../matters/timeline';
import { useNow } from '../matters/use-now';
import { AnchorLink } from '../app/links';

const route = getRouteApi('/desk/cases/$id');

/** One case: what is asked, what was said, both clocks, and what may be done. */
export function CaseScreen() {
  const text = useText();
  const stateName = useStateName();
  const { id } = route.useParams();
  const { data: found, dataUpdatedAt, error, refetch } = useQuery(caseQuery(id));
  const state = found === undefined ? '' : stateName(found.requestingState);
  return (
    <Screen
      title={text('responding.caseTitle', { state, id: shortId(id) })}
      {...(found && { readAt: dataUpdatedAt })}
    >
      <AnchorLink to="/cases" size="sm" data-not-printed>
        {text('responding.backToCases')}
      </AnchorLink>
      {error && <Failure error={error} reset={() => void refetch()} />}
      {!found && !error && <Skeleton mt="sm" height={320} role="status" aria-label={text('shell.loading')} />}
      {found && <CaseSheet found={found} />}
    </Screen>
  );
}

function CaseSheet({ found }: { readonly found: Case }) {
  const text = useText();
  const code = useCodes();
  const now = useNow();
  const waiting = useWrites(`cases/${found.id}`);
  const { refusal } = found;
  return (
    <Stack gap="md" mt="xs">
      <Group gap="xs">
        <Badge radius="sm" variant="filled" color="gray.7" tt="none">
          {code('status', found.status)}
        </Badge>
        {found.matter.delayed && (
          <Badge radius="sm" variant="outline" color="gray" tt="none">
            {text('responding.delayed')}
          </Badge>
        )}
      </Group>
      {waiting.length > 0 && (
        <Alert role="status" variant="outline" color="gray" title={text('shell.queue')}>
          {waiting.map((write) => (
            <Text size="sm" key={write.id}>
              {text(write.label)}
            </Text>
          ))}
        </Alert>
      )}
      <ActBar found={found} />
      <div className={classes['columns'] ?? ''}>
        <Stack gap="md">
          {found.content === undefined && <Text>{text('responding.contentHidden')}</Text>}
          {refusal && (
            <Alert variant="outline" color="gray" title={code('status', 'refused')}>
              <Text size="sm">{code('ground', refusal.ground)}</Text>
              <Text size="sm" dir="auto">
                {refusal.reason}
              </Text>
              {refusal.outsideInstrument && <Text size="sm">{text('responding.outsideInstrument')}</Text>}
            </Alert>
          )}
          {found.content && <CaseRequest content={found.content} />}
          <CaseItems found={found} />
          {found.content && <CrossHits id={found.id} />}
        </Stack>
        <Stack gap="md">
          <CaseClocks found={found} now={now} />
          <CaseConsents found={found} now={now} />
          <section className={classes['panel'] ?? ''} aria-labelledby="trail">
            <Title order={2} size="h4" id="trail" mb="xs">
              {text('responding.trail')}
            </Title>
            <Timeline entries={found.timeline} />
          </section>
        </Stack>
      </div>
    </Stack>
  );
}
