import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Screen } from '../app/screen';
import { useText } from '../language/use-text';

const requestId = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Where a trace is looked up. */
export function TracesScreen() {
  const text = useText();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const [isBad, setBad] = useState(false);
  const open = () => {
    const id = typed.trim().toLowerCase();
    setBad(!requestId.test(id));
    if (requestId.test(id)) void navigate({ to: '/traces/$id', params: { id } });
  };
  return (
    <Screen title={text('trace.traces')}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          open();
        }}
      >
        <Stack gap="sm" maw={480}>
          <Text>{text('trace.fromRequest')}</Text>
          <TextInput
            label={text('trace.enterId')}
            dir="ltr"
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            {...(isBad && { error: text('trace.badId') })}
          />
          <Group>
            <Button type="submit">{text('trace.open')}</Button>
          </Group>
        </Stack>
      </form>
    </Screen>
  );
}
