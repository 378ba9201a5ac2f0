import { Button, Fieldset, Group } from '@mantine/core';
import { useText } from '../language/use-text';
import { useForm } from './form-fields';
import { SerialFields } from './serial-fields';
import { listAt } from './writing';

/** The most that a request takes. */
const most = 10;

/** Numbers on other parts of an arm: where they differ from that of the frame, the arm was put together (ISACS 05.31). */
export function PartSerialFields({ at }: { readonly at: string }) {
  const text = useText();
  const { writing, put } = useForm();
  const serials = listAt(writing, at);
  return (
    <>
      {serials.map((_, index) => (
        <Fieldset key={index} legend={text('requesting.partSerial', { number: index + 1 })}>
          <SerialFields at={`${at}/${index}`} />
          <Button
            mt="xs"
            size="compact-xs"
            variant="subtle"
            color="red.9"
            c="var(--mantine-color-error)"
            onClick={() =>
              put(
                at,
                serials.filter((__, place) => place !== index),
              )
            }
          >
            {text('requesting.removePartSerial', { number: index + 1 })}
          </Button>
        </Fieldset>
      ))}
      {serials.length < most && (
        <Group>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => put(at, [...serials, { part: 'SLIDE' }])}
          >
            {text('requesting.addPartSerial')}
          </Button>
        </Group>
      )}
    </>
  );
}
