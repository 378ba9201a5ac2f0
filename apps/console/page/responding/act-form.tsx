import { Alert, Button, Group, Stack } from '@mantine/core';
import { useMemo, useRef } from 'react';
import type { Write } from '../data/write';
import { useText } from '../language/use-text';
import { labelOf } from './act-draft';
import { fieldsOf, isAnswering } from './act-fields';
import { AnswerFields } from './answer-fields';
import type { FormAct } from './case-acts';
import type { Case } from './case.query';
import { ChangedMeanwhile } from './changed-meanwhile';
import { ErrorSummary } from './error-summary';
import { labelAt } from './field-names';
import { FormProvider } from './form-fields';
import { SimpleFields } from './simple-fields';
import { useActForm } from './use-act-form';
import { AnchorLink, ButtonLink } from '../app/links';

interface ActFormProps {
  readonly act: FormAct;
  readonly found: Case;
  readonly mended: Write | undefined;
}

export function ActForm({ act, found, mended }: ActFormProps) {
  const text = useText();
  const box = useRef<HTMLDivElement>(null);
  const form = useActForm({
    act,
    found,
    mended,
    onFault: () => requestAnimationFrame(() => box.current?.focus()),
  });
  const { body, faults, put, detail, seen, changed, sending, queued } = form;
  const shared = useMemo(() => ({ body, faults, put }), [body, faults, put]);
  const { id } = found;
  if (queued) {
    return (
      <Alert mt="sm" role="status" variant="outline" color="gray" title={text('responding.waits')}>
        <AnchorLink to="/cases/$id" params={{ id }}>
          {text('responding.backToCase')}
        </AnchorLink>
      </Alert>
    );
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void form.submit();
      }}
    >
      <FormProvider value={shared}>
        <Stack gap="md" mt="sm">
          {changed && <ChangedMeanwhile found={found} seen={seen} onGoOn={form.goOn} />}
          <ErrorSummary faults={faults} detail={detail} nameOf={(at) => text(labelAt(at, act))} box={box} />
          {isAnswering(act) ? (
            <AnswerFields act={act} found={found} />
          ) : (
            <SimpleFields fields={fieldsOf(act, found, body)} found={found} />
          )}
          <Group gap="sm">
            <Button type="submit" loading={sending} disabled={changed}>
              {text(labelOf(act))}
            </Button>
            <ButtonLink variant="subtle" to="/cases/$id" params={{ id }}>
              {text('responding.cancel')}
            </ButtonLink>
          </Group>
        </Stack>
      </FormProvider>
    </form>
  );
}
