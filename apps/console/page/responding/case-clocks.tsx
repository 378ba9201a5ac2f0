import { Badge, Group, Stack, Text, Title } from '@mantine/core';
import { FormattedDate, useIntl } from 'react-intl';
import { Instant } from '../language/instants';
import { useCodes } from '../language/use-codes';
import { useText } from '../language/use-text';
import type { Case } from './case.query';
import { DueMark, SuspendedMark } from '../matters/due-mark';
import classes from './responding.module.css';

type Clock = Case['clocks'][number];
type Rule = NonNullable<Clock['rule']>;

/** Both clocks, and why they stand where they do: what started them, which rule they run by, what stopped them. */
export function CaseClocks({ found, now }: { readonly found: Case; readonly now: number }) {
  const text = useText();
  return (
    <section className={classes['panel'] ?? ''} aria-labelledby="clocks">
      <Title order={2} size="h4" id="clocks" mb="xs">
        {text('responding.clocks')}
      </Title>
      <Stack gap="md">
        {found.clocks.map((clock) => (
          <CaseClock key={clock.clock} clock={clock} receivedAt={found.receivedAt} now={now} />
        ))}
      </Stack>
    </section>
  );
}

interface CaseClockProps {
  readonly clock: Clock;
  readonly receivedAt: string;
  readonly now: number;
}

function CaseClock({ clock, receivedAt, now }: CaseClockProps) {
  const text = useText();
  const code = useCodes();
  const { rule, dueAt, endedAt, owed } = clock;
  const zone = rule ? { timeZone: rule.timeZone } : {};
  return (
    <Stack gap={4}>
      <Group justify="space-between" gap="xs">
        <Text fw={600}>{code('clock', clock.clock)}</Text>
        {rule && (
          <Badge variant="outline" color="gray" radius="sm" tt="none">
            {code('nature', rule.nature)}
          </Badge>
        )}
      </Group>
      <Standing clock={clock} now={now} />
      <Text size="sm">
        {text('responding.clockStarted')} <Instant at={receivedAt} {...zone} />
      </Text>
      {rule && <RuleWords rule={rule} />}
      {dueAt !== null && (
        <Text size="sm">
          {text('responding.clockDue')} <Instant at={dueAt} {...zone} />
        </Text>
      )}
      {owed.map(({ from, to }) => (
        <Text size="sm" key={from}>
          {text('responding.clockStoodStill')} <Instant at={from} {...zone} /> –{' '}
          {to === null ? text('responding.untilNow') : <Instant at={to} {...zone} />}
        </Text>
      ))}
      {endedAt !== null && (
        <Text size="sm">
          {text(clock.standing === 'SET_ASIDE' ? 'responding.clockSetAside' : 'responding.clockStopped')}{' '}
          <Instant at={endedAt} {...zone} />
        </Text>
      )}
    </Stack>
  );
}

function Standing({
  clock: { standing, dueAt, endedAt },
  now,
}: {
  readonly clock: Clock;
  readonly now: number;
}) {
  const text = useText();
  if (standing === 'RUNNING' && dueAt !== null) return <DueMark dueAt={dueAt} now={now} />;
  if (standing === 'SUSPENDED') return <SuspendedMark>{text('responding.suspended')}</SuspendedMark>;
  const late = standing === 'STOPPED' && dueAt !== null && endedAt !== null && endedAt >= dueAt;
  const words = {
    STOPPED: late ? 'responding.doneLate' : 'responding.doneInTime',
    SET_ASIDE: 'responding.setAside',
    UNLIMITED: 'responding.unlimited',
    RUNNING: 'responding.unlimited',
  } as const;
  return (
    <Text size="sm" fw={late ? 600 : 400} {...(late && { c: 'var(--mantine-color-error)' })}>
      {text(standing === 'STOPPED' && dueAt === null ? 'responding.done' : words[standing])}
    </Text>
  );
}

function RuleWords({ rule }: { readonly rule: Rule }) {
  const text = useText();
  const code = useCodes();
  const intl = useIntl();
  const { unit, count } = rule.limit;
  const limit =
    unit === 'working-days'
      ? text('responding.workingDays', { count })
      : intl.formatNumber(count, { style: 'unit', unit: unitOf(unit), unitDisplay: 'long' });
  // That no clause gives a number is said in words.
  if (rule.regime === 'EXCHANGE_TARGET')
    return <Text size="sm">{text('responding.ruleTarget', { limit })}</Text>;
  return (
    <>
      <Text size="sm">{text('responding.rule', { limit, regime: code('regime', rule.regime) })}</Text>
      <Text size="xs" c="dimmed" lang="en" dir="auto">
        {rule.clause}
      </Text>
    </>
  );
}

const unitOf = (unit: string): 'hour' | 'day' | 'month' =>
  unit === 'hours' ? 'hour' : unit === 'months' ? 'month' : 'day';

/** A day that was written as one, in no zone. */
export function CalendarDay({ day }: { readonly day: string }) {
  return <FormattedDate value={`${day}T00:00:00Z`} timeZone="UTC" dateStyle="long" />;
}
