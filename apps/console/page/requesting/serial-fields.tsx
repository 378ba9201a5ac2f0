import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { OWN_DIRECTION } from '../language/own-direction';
import { useText } from '../language/use-text';
import { MARKED_PARTS, SERIAL_CONDITIONS } from './code-lists';
import { CodeSelect, Row, TextField, useForm } from './form-fields';
import { usualCondition } from './request-body';
import { candidatesIn, type Sign, signsOf, withSign } from '../matters/uncertain-signs';
import { isRecord, textAt, valueAt } from '../matters/writing';
import classes from './requesting.module.css';

/** A serial number as the examiner sees it, sign by sign. */
export function SerialFields({ at }: { readonly at: string }) {
  const text = useText();
  const { writing, put } = useForm();
  const serial = valueAt(writing, at);
  const signs = signsOf(isRecord(serial) ? serial : {});
  const mark = (position: number, candidates: readonly string[] | undefined) =>
    put(`${at}/uncertainPositions`, withSign(signs, position, candidates));
  return (
    <Stack gap="xs">
      <Row>
        <TextField
          at={`${at}/asObserved`}
          label={text('requesting.serial')}
          hint={text('requesting.serialHint')}
          maxLength={100}
        />
        <CodeSelect
          at={`${at}/part`}
          label={text('requesting.serialPart')}
          hint={text('requesting.serialPartHint')}
          kind="markedPart"
          codes={MARKED_PARTS}
          usual="FRAME_RECEIVER"
        />
        <CodeSelect
          at={`${at}/condition`}
          label={text('requesting.serialCondition')}
          hint={text('requesting.serialConditionHint')}
          kind="serialCondition"
          codes={SERIAL_CONDITIONS}
          usual={usualCondition(textAt(writing, `${at}/asObserved`))}
        />
      </Row>
      {signs.length > 0 && (
        <div role="group" aria-label={text('requesting.uncertain')}>
          <Text size="sm" c="dimmed">
            {text('requesting.uncertainHint')}
          </Text>
          <Group gap={4} mt={4} dir="ltr" w="fit-content">
            {signs.map(({ position, sign, isUncertain }) => (
              <Button
                key={position}
                size="compact-md"
                variant={isUncertain ? 'filled' : 'default'}
                aria-pressed={isUncertain}
                aria-label={text('matters.sign', { position, sign })}
                className={classes['sign'] ?? ''}
                onClick={() => mark(position, isUncertain ? undefined : [])}
              >
                {sign}
              </Button>
            ))}
          </Group>
          <Group gap="xs" mt={6}>
            {signs
              .filter(({ isUncertain }) => isUncertain)
              .map((sign) => (
                <Candidates key={sign.position} of={sign} onChange={(said) => mark(sign.position, said)} />
              ))}
          </Group>
        </div>
      )}
    </Stack>
  );
}

interface CandidatesProps {
  readonly of: Sign;
  readonly onChange: (candidates: readonly string[]) => void;
}

function Candidates({ of: { position, sign, candidates }, onChange }: CandidatesProps) {
  const text = useText();
  return (
    <TextInput
      size="xs"
      {...OWN_DIRECTION}
      label={text('requesting.candidates', { position, sign })}
      value={candidates.join(' ')}
      onChange={(event) => onChange(candidatesIn(event.currentTarget.value))}
    />
  );
}
