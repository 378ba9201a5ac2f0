import { Alert, Badge, Button, Group, List, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { StateName, useStateName } from '../language/state-name';
import { useCodes } from '../language/use-codes';
import { useText } from '../language/use-text';
import { useActor } from '../sign-in/use-session';
import type { Schemas } from '../api/client';
import { participantsQuery, suggestionsQuery } from './asking.query';
import { StateSelect, useForm } from './form-fields';
import { marksOf } from './request-body';
import { textAt } from '../matters/writing';

/** Milliseconds of rest before the marks are asked about. */
const rest = 400;

/** Whom to ask: what the marks say, with its reason, and the officer's choice. */
export function WhomFields() {
  const text = useText();
  const { state: own } = useActor();
  const { writing } = useForm();
  const [marks] = useDebouncedValue(JSON.stringify(marksOf(writing) ?? null), rest);
  const { data: suggestions = [] } = useQuery(suggestionsQuery(marks));
  const { data: participants = [] } = useQuery(participantsQuery());
  const chosen = textAt(writing, '/respondingState');
  const states = [...participants.map(({ code }) => code), ...suggestions.map(({ state }) => state), chosen];
  const others = [...new Set(states)].filter((state) => state !== '' && state !== own);
  const contact = participants.find(({ code }) => code === chosen)?.pointOfContact;
  return (
    <Stack gap="sm">
      <div aria-live="polite">
        {suggestions.length === 0 ? (
          <Text size="sm">{text('requesting.noSuggestion')}</Text>
        ) : (
          <Stack gap="xs" component="ul" p={0} m={0}>
            {suggestions.map((suggestion) => (
              <Suggested
                key={suggestion.state}
                suggestion={suggestion}
                isChosen={suggestion.state === chosen}
              />
            ))}
          </Stack>
        )}
      </div>
      <StateSelect at="/respondingState" label={text('requesting.asked')} states={others} required />
      {contact && (
        <Text size="sm" c="dimmed">
          {text('requesting.goesTo', { body: contact.body })}
        </Text>
      )}
      {chosen !== '' && participants.length > 0 && !contact && (
        <Alert color="yellow" variant="outline">
          {text('requesting.noContact')}
        </Alert>
      )}
    </Stack>
  );
}

interface SuggestedProps {
  readonly suggestion: Schemas['SuggestionView'];
  readonly isChosen: boolean;
}

function Suggested({ suggestion: { state, grounds }, isChosen }: SuggestedProps) {
  const text = useText();
  const code = useCodes();
  const name = useStateName();
  const { put } = useForm();
  return (
    <Group component="li" gap="sm" align="flex-start" wrap="nowrap">
      <Button
        size="xs"
        variant={isChosen ? 'filled' : 'outline'}
        aria-pressed={isChosen}
        onClick={() => put('/respondingState', state)}
      >
        {text('requesting.ask', { state: name(state) })}
      </Button>
      <List size="sm" listStyleType="none" spacing={2}>
        {grounds.map(({ why, mark, source, verified }, index) => (
          <List.Item key={index}>
            {code('why', why)} (
            <span dir="auto">{/^[A-Z]{3}$/.test(mark) ? <StateName code={mark} /> : mark}</span>)
            {source !== undefined && <Text span c="dimmed">{` · ${source}`}</Text>}{' '}
            {!verified && (
              <Badge size="sm" variant="outline" color="gray">
                {text('requesting.hint')}
              </Badge>
            )}
          </List.Item>
        ))}
      </List>
    </Group>
  );
}
