import { Alert, Checkbox, Fieldset, Stack, Text } from '@mantine/core';
import { useCodes } from '../language/use-codes';
import { useText } from '../language/use-text';
import { CONDITIONS, PURPOSES } from './answer-codes';
import { listAt, textAt } from './form-body';
import { ManyField, TextField, useForm } from './form-fields';
import { LinesField } from './lines-field';

interface ConditionFieldsProps {
  readonly at: string;
  /** Kinds that the requesting State says it cannot keep (ITI 15). */
  readonly cannotKeep: readonly string[];
}

const explained = {
  NO_ONWARD: 'responding.saysNoOnward',
  PURPOSE_ONLY: 'responding.meansPurposeOnly',
  NEED_TO_KNOW: 'responding.meansNeedToKnow',
  COMMERCIAL: 'responding.saysCommercial',
  EXPIRES: 'responding.meansExpires',
  OTHER: 'responding.meansOther',
} as const;

/** How whoever gets the answer must handle it (ITI 15), each said in plain words. */
export function ConditionFields({ at, cannotKeep }: ConditionFieldsProps) {
  const text = useText();
  const code = useCodes();
  const { body, put } = useForm();
  const given = listAt(body, at);
  const kinds = given.map((_, index) => textAt(body, `${at}/${index}/kind`));
  const toggle = (kind: string) => {
    const place = kinds.indexOf(kind);
    put(at, place < 0 ? [...given, { kind }] : given.filter((_, index) => index !== place));
  };
  return (
    <Fieldset legend={text('responding.conditions')}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {text('responding.conditionsHint')}
        </Text>
        {CONDITIONS.map((kind) => {
          const place = kinds.indexOf(kind);
          return (
            <Stack key={kind} gap="xs">
              <Checkbox
                label={code('condition', kind)}
                description={text(explained[kind])}
                checked={place >= 0}
                onChange={() => toggle(kind)}
              />
              {place >= 0 && cannotKeep.includes(kind) && (
                <Alert variant="outline" color="gray">
                  {text('responding.cannotKeep')}
                </Alert>
              )}
              {place >= 0 && <ConditionDetail at={`${at}/${place}`} kind={kind} />}
            </Stack>
          );
        })}
      </Stack>
    </Fieldset>
  );
}

function ConditionDetail({ at, kind }: { readonly at: string; readonly kind: (typeof CONDITIONS)[number] }) {
  const text = useText();
  const code = useCodes();
  switch (kind) {
    case 'NEED_TO_KNOW':
      return (
        <LinesField
          at={`${at}/authorities`}
          label={text('responding.authorities')}
          hint={text('responding.authoritiesHint')}
        />
      );
    case 'PURPOSE_ONLY':
      return (
        <ManyField
          at={`${at}/purposes`}
          label={text('responding.purposes')}
          options={PURPOSES.map((value) => ({ value, label: code('intendedUse', value) }))}
        />
      );
    case 'EXPIRES':
      return <TextField at={`${at}/on`} type="date" width={200} label={text('responding.lastDay')} />;
    case 'OTHER':
      return <TextField at={`${at}/text`} lines={2} label={text('responding.inYourWords')} />;
    case 'NO_ONWARD':
    case 'COMMERCIAL':
      return null;
  }
}
