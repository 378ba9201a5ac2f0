import { Fieldset, Group, Stack } from '@mantine/core';
import { useText } from '../language/use-text';
import { CAUSES } from './answer-codes';
import { CodeSelect, TextField } from './form-fields';

/** Where and when the arm left the legal sphere. */
export function DiversionFields({ at }: { readonly at: string }) {
  const text = useText();
  const dateHint = text('responding.registerDateHint');
  return (
    <Fieldset legend={text('responding.pointOfDiversion')}>
      <Stack gap="sm">
        <CodeSelect at={`${at}/cause`} label={text('responding.cause')} kind="cause" codes={CAUSES} />
        <Group gap="sm" align="end">
          <TextField at={`${at}/from`} width={200} label={text('responding.notBefore')} hint={dateHint} />
          <TextField at={`${at}/to`} width={200} label={text('responding.notAfter')} hint={dateHint} />
        </Group>
        <TextField at={`${at}/place`} label={text('responding.place')} />
      </Stack>
    </Fieldset>
  );
}
