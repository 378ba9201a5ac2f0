import { Button, Fieldset, Group, Stack, Text } from '@mantine/core';
import { useText } from '../language/use-text';
import { CHECK_REGISTERS, CHECK_RESULTS } from './code-lists';
import { Folded } from './folded';
import { CodeSelect, Row, TextField, useForm } from './form-fields';
import { listAt, withOneMore, withoutOne } from '../matters/writing';

const at = '/priorChecks';

/** What the desk looked up itself before it asks another State. */
export function PriorCheckFields() {
  const text = useText();
  const { writing, put } = useForm();
  const replace = (changed: typeof writing) => put(at, changed['priorChecks']);
  const checks = listAt(writing, at);
  return (
    <Folded title={text('matters.checks')} holds={[at]}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {text('requesting.checksHint')}
        </Text>
        {checks.map((_, index) => (
          <Fieldset key={index} legend={text('requesting.check', { number: index + 1 })}>
            <Stack gap="sm">
              <Row>
                <CodeSelect
                  at={`${at}/${index}/register`}
                  label={text('requesting.checkRegister')}
                  kind="checkRegister"
                  codes={CHECK_REGISTERS}
                  usual="NATIONAL_REGISTER"
                />
                <CodeSelect
                  at={`${at}/${index}/result`}
                  label={text('requesting.checkResult')}
                  kind="checkResult"
                  codes={CHECK_RESULTS}
                  usual="NOTHING_FOUND"
                />
                <TextField at={`${at}/${index}/on`} type="date" label={text('requesting.checkOn')} />
              </Row>
              <TextField at={`${at}/${index}/remarks`} label={text('requesting.remarks')} maxLength={2000} />
              <Button
                size="compact-xs"
                variant="subtle"
                color="red.9"
                c="var(--mantine-color-error)"
                style={{ alignSelf: 'flex-start' }}
                onClick={() => replace(withoutOne(writing, at, index))}
              >
                {text('requesting.removeCheck', { number: index + 1 })}
              </Button>
            </Stack>
          </Fieldset>
        ))}
        <Group>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() =>
              replace(withOneMore(writing, at, { register: 'NATIONAL_REGISTER', result: 'NOTHING_FOUND' }))
            }
          >
            {text('requesting.addCheck')}
          </Button>
        </Group>
      </Stack>
    </Folded>
  );
}
