import { Button, Checkbox, Fieldset, Group, Stack, Text } from '@mantine/core';
import { useText } from '../language/use-text';
import { CHAIN_ROLES } from './answer-codes';
import { listAt, valueAt } from './form-body';
import { CodeSelect, StateField, TextField, useForm } from './form-fields';

/** From hand to hand, each step with its papers (Firearms Protocol 7, 10). */
export function ChainFields({ at }: { readonly at: string }) {
  const text = useText();
  const { body, put } = useForm();
  const links = listAt(body, at);
  return (
    <Fieldset legend={text('responding.chain')}>
      <Stack gap="sm" align="stretch">
        <Text size="sm" c="dimmed">
          {text('responding.chainHint')}
        </Text>
        {links.map((_, index) => (
          <LinkFields key={index} at={`${at}/${index}`} number={index + 1} />
        ))}
        <Group>
          <Button variant="default" size="xs" onClick={() => put(at, [...links, {}])}>
            {text('responding.addLink')}
          </Button>
        </Group>
      </Stack>
    </Fieldset>
  );
}

function LinkFields({ at, number }: { readonly at: string; readonly number: number }) {
  const text = useText();
  const { body, put } = useForm();
  return (
    <Fieldset legend={text('responding.link', { number })}>
      <Stack gap="sm">
        <CodeSelect
          at={`${at}/role`}
          label={text('responding.linkRole')}
          kind="chainRole"
          codes={CHAIN_ROLES}
        />
        <TextField
          at={`${at}/date`}
          width={200}
          label={text('responding.linkDate')}
          hint={text('responding.registerDateHint')}
        />
        <TextField at={`${at}/from`} label={text('responding.linkFrom')} />
        <TextField at={`${at}/to`} label={text('responding.linkTo')} />
        <StateField at={`${at}/state`} label={text('responding.linkState')} />
        <TextField at={`${at}/documentReference`} label={text('responding.linkDocument')} />
        <TextField at={`${at}/licence/reference`} label={text('responding.licence')} />
        <Group gap="sm" align="end">
          <TextField
            at={`${at}/licence/issuedOn`}
            width={200}
            label={text('responding.licenceIssued')}
            hint={text('responding.registerDateHint')}
          />
          <TextField
            at={`${at}/licence/expiresOn`}
            width={200}
            label={text('responding.licenceExpires')}
            hint={text('responding.registerDateHint')}
          />
        </Group>
        <Checkbox
          label={text('responding.receiptConfirmed')}
          checked={valueAt(body, `${at}/receiptConfirmed`) === true}
          onChange={(event) => put(`${at}/receiptConfirmed`, event.currentTarget.checked ? true : undefined)}
        />
        <Group>
          <Button variant="default" size="xs" onClick={() => put(at, undefined)}>
            {text('responding.removeLink', { number })}
          </Button>
        </Group>
      </Stack>
    </Fieldset>
  );
}
