import { List, Paper, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { type ReactNode, useId } from 'react';
import { Failure } from '../app/failure';
import { Screen } from '../app/screen';
import { Instant } from '../language/instants';
import { StateName } from '../language/state-name';
import { useText } from '../language/use-text';
import { Arrow } from './arrow';
import { traceQuery, type Trail } from './trace.query';
import { TrailBars } from './trail-bars';
import { TrailGraph } from './trail-graph';
import { Owed, TrailList } from './trail-list';

/** The chain of each arm of a request across States: where it stands, and who owes what. */
export function TraceScreen() {
  const text = useText();
  const { id } = useParams({ from: '/desk/traces/$id' });
  const { data, error, refetch } = useQuery(traceQuery(id));
  return (
    <Screen title={text('trace.title')}>
      {error && <Failure error={error} reset={() => void refetch()} />}
      {!data && !error && <Skeleton height={320} role="status" aria-label={text('shell.loading')} />}
      {data && (
        <Stack gap="lg">
          {data.trails.map((trail, index) => (
            <TrailView key={index} trail={trail} asOf={data.asOf} number={index + 1} />
          ))}
          <Text size="xs" c="dimmed" data-as-of={data.asOf}>
            {text('trace.source')} <Instant at={data.asOf} />
          </Text>
        </Stack>
      )}
    </Screen>
  );
}

interface TrailViewProps {
  readonly trail: Trail;
  readonly asOf: string;
  readonly number: number;
}

const secondsOfDay = 86_400;

function TrailView({ trail, asOf, number }: TrailViewProps) {
  const text = useText();
  const told = useId();
  const days = Math.floor(trail.elapsedSeconds / secondsOfDay);
  const label = text('trace.ofArm', { number });
  return (
    <Paper component="section" withBorder p="md" aria-label={label}>
      <Stack gap="md">
        <Title order={2} size="h5">
          {label}
        </Title>
        <Text size="sm">
          {text(trail.endedAt === null ? 'trace.running' : 'trace.ended', { days, hops: trail.hops.length })}
        </Text>
        {trail.before.length > 0 && (
          <Text size="sm">
            {text('trace.before')}{' '}
            {trail.before.map(({ requestingState, respondingState }, index) => (
              <span key={index}>
                {index > 0 && ' · '}
                <StateName code={requestingState} />
                <Arrow />
                <StateName code={respondingState} />
              </span>
            ))}
          </Text>
        )}
        <TrailGraph trail={trail} label={text('trace.graph', { number })} told={told} />
        <Part title={text('trace.owed')}>
          {trail.owed.length === 0 ? (
            <Text size="sm">{text('trace.nothingOwed')}</Text>
          ) : (
            <List size="sm">
              {trail.owed.map((act, index) => (
                <List.Item key={index}>
                  <Owed act={act} asOf={asOf} />
                </List.Item>
              ))}
            </List>
          )}
        </Part>
        <Part title={text('trace.timeline')}>
          <TrailBars trail={trail} asOf={asOf} />
        </Part>
        <Part title={text('trace.list')}>
          <div id={told}>
            <TrailList trail={trail} asOf={asOf} />
          </div>
        </Part>
      </Stack>
    </Paper>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div>
      <Title order={3} size="h6" mb={4}>
        {title}
      </Title>
      {children}
    </div>
  );
}
