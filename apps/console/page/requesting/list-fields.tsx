import { Button, Fieldset, Group, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useText } from '../language/use-text';
import { type Json, listAt, withOneMore, withoutOne, type Writing } from '../matters/writing';
import { useForm } from './form-fields';

interface ListFieldsProps {
  /** JSON pointer to the list. */
  readonly at: string;
  /** What one more begins with. */
  readonly begin: Json;
  /** The most that a request takes. */
  readonly most: number;
  /** As many stay, and cannot be taken out. */
  readonly least?: number;
  readonly add: string;
  readonly name: (number: number) => string;
  readonly children: (at: string) => ReactNode;
}

/** Things of one kind one below the other; each can be taken out again. */
export function ListFields({ at, begin, most, least = 0, add, name, children }: ListFieldsProps) {
  const text = useText();
  const { writing, put } = useForm();
  const list = listAt(writing, at);
  const replace = (changed: Writing) => put(at, listAt(changed, at));
  return (
    <>
      {list.map((_, index) => (
        <Fieldset key={index} legend={name(index + 1)}>
          <Stack gap="sm">{children(`${at}/${index}`)}</Stack>
          {list.length > least && (
            <Button
              mt="xs"
              size="compact-xs"
              variant="subtle"
              color="red.9"
              c="var(--mantine-color-error)"
              onClick={() => replace(withoutOne(writing, at, index))}
            >
              {text('requesting.remove', { what: name(index + 1) })}
            </Button>
          )}
        </Fieldset>
      ))}
      {list.length < most && (
        <Group>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => replace(withOneMore(writing, at, begin))}
          >
            {add}
          </Button>
        </Group>
      )}
    </>
  );
}
