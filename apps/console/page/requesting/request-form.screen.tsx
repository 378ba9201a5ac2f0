import { Alert, Button, Fieldset, Group, Skeleton, Stack, Text } from '@mantine/core';
import { useIsRestoring, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { Failure } from '../app/failure';
import { Screen } from '../app/screen';
import { useWrites } from '../data/desk-data';
import { useText } from '../language/use-text';
import { followOnQuery } from './asking.query';
import { DuplicatesPanel } from './duplicates-panel';
import { FaultSummary } from './fault-summary';
import { PRIORITIES } from './code-lists';
import { CodeRadios, FormProvider, TextField, useForm } from './form-fields';
import { FoundFields } from './found-fields';
import { ItemsFields } from './item-fields';
import { begunKey } from './keep-writing';
import { DeskFields, LimitsFields } from './desk-fields';
import { PhotographFields } from './photograph-fields';
import { PriorCheckFields } from './prior-check-fields';
import { requestQuery } from './request.query';
import classes from './requesting.module.css';
import { useSending, type WritingFrom } from './use-sending';
import { WhomFields } from './whom-fields';
import { WhyFields } from './why-fields';
import { emptyWriting, isRecord, recordOf, textAt, type Writing, withValue } from '../matters/writing';

/** A request in the officer's order: what was found, the marks on it, whom to ask, why, how urgent. */
export function RequestFormScreen() {
  const text = useText();
  const from = useSearch({ from: '/desk/requests/new' });
  const follow = useQuery({
    ...followOnQuery(from.follow ?? '', from.item ?? 1, from.state),
    enabled: from.follow !== undefined,
  });
  const draft = useQuery({ ...requestQuery(from.draft ?? ''), enabled: from.draft !== undefined });
  const isRestoring = useIsRestoring();
  const begun = useQueryClient().getQueryData<Writing>(begunKey);
  const mended = useWrites().find(({ id }) => id === from.mend);
  const failed = follow.error ?? draft.error;
  const title = text(from.follow === undefined ? 'requesting.new' : 'requesting.followOn');

  const first = (): WritingFrom | undefined => {
    if (mended && 'json' in mended.body && isRecord(mended.body.json))
      return { writing: mended.body.json, mends: mended.id };
    if (from.follow !== undefined) return follow.data && { writing: recordOf(follow.data) };
    if (from.draft === undefined) return { writing: begun ?? emptyWriting, isBegun: begun !== undefined };
    if (!draft.data?.draft) return undefined;
    const { id, version, respondingState, draft: written } = draft.data;
    return { writing: { ...recordOf(written.content), respondingState }, draft: { id, version } };
  };
  const start = isRestoring ? undefined : first();
  return (
    <Screen title={title}>
      {failed && <Failure error={failed} />}
      {start ? (
        <RequestForm key={JSON.stringify(from)} from={start} />
      ) : (
        !failed && <Skeleton height={400} role="status" aria-label={text('shell.loading')} />
      )}
    </Screen>
  );
}

function RequestForm({ from: given }: { readonly from: WritingFrom }) {
  const text = useText();
  const [from] = useState(given);
  const navigate = useNavigate();
  const [writing, setWriting] = useState(from.writing);
  const sending = useSending(from, writing);
  const { checked, faults, duplicates, busy, said } = sending;
  const change = (changed: Writing) => {
    setWriting(changed);
    sending.keep(changed);
  };
  const afresh = () => {
    change(emptyWriting);
    sending.forget();
  };
  return (
    <FormProvider
      value={{ writing, faults, put: (pointer, value) => change(withValue(writing, pointer, value)) }}
    >
      <form noValidate onSubmit={(event) => event.preventDefault()}>
        <Stack gap="md" className={classes['form'] ?? ''}>
          {from.isBegun === true && (
            <Group gap="sm">
              <Text size="sm">{text('requesting.begun')}</Text>
              <Button size="compact-sm" variant="default" onClick={afresh}>
                {text('requesting.afresh')}
              </Button>
            </Group>
          )}
          <FaultSummary checked={checked} faults={faults} />
          <FoundFields />
          <ItemsFields />
          <Fieldset legend={text('requesting.photographs')}>
            <PhotographFields />
          </Fieldset>
          <PriorCheckFields />
          <Fieldset legend={text('requesting.whom')}>
            <WhomFields />
          </Fieldset>
          <WhyFields />
          <UrgencyFields />
          <LimitsFields />
          <DeskFields />
          {duplicates.length > 0 && (
            <DuplicatesPanel
              duplicates={duplicates}
              onSend={() => void sending.send(true)}
              onBack={sending.forgetDuplicates}
            />
          )}
          {said !== undefined && (
            <Alert role="status" variant="outline">
              {text(said)}
            </Alert>
          )}
          <Group gap="sm">
            <Button
              type="submit"
              loading={busy}
              disabled={duplicates.length > 0}
              onClick={() => void sending.send(false)}
            >
              {text('requesting.send')}
            </Button>
            <Button variant="default" loading={busy} onClick={() => void sending.saveDraft()}>
              {text('requesting.saveDraft')}
            </Button>
            <Button variant="subtle" onClick={() => void navigate({ to: '/requests' })}>
              {text('requesting.leave')}
            </Button>
          </Group>
        </Stack>
      </form>
    </FormProvider>
  );
}

function UrgencyFields() {
  const text = useText();
  const { writing } = useForm();
  return (
    <Fieldset legend={text('requesting.urgency')}>
      <Stack gap="sm">
        <CodeRadios
          at="/priority"
          label={text('requesting.priority')}
          hint={text('requesting.priorityHint')}
          kind="priority"
          codes={PRIORITIES}
          required
        />
        {textAt(writing, '/priority') === 'URGENT' && (
          <TextField
            at="/justification"
            label={text('requesting.justification')}
            lines={2}
            maxLength={4000}
            required
          />
        )}
      </Stack>
    </Fieldset>
  );
}
