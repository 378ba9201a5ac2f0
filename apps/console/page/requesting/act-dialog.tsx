import { Alert, Button, Checkbox, Group, NativeSelect, Radio, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Dialog } from '../app/dialog';
import { useText } from '../language/use-text';
import { Timeline } from '../matters/timeline';
import { useCodes } from '../language/use-codes';
import classes from './requesting.module.css';
import { participantsQuery } from './asking.query';
import type { Act, ActField } from './acts';
import { CONCLUSIONS } from './code-lists';
import { FormProvider, StateSelect, TextField, useForm } from './form-fields';
import type { RequestDetail } from './request.query';
import { type ActOutcome, useAct } from './use-act';
import { listAt, textAt, type Writing, withValue } from '../matters/writing';

interface ActDialogProps {
  readonly act: Act;
  readonly request: RequestDetail;
  readonly onClose: () => void;
  readonly onDone: (outcome: ActOutcome) => void;
}

/** One act with what it asks for. Where somebody was quicker, it shows what changed before it is done once more. */
export function ActDialog({ act, request, onClose, onDone }: ActDialogProps) {
  const text = useText();
  const [opened] = useState(request.version);
  const [writing, setWriting] = useState<Writing>(() => startOf(act, request));
  const { faults, conflictAfter, busy, perform } = useAct(request, act, opened);
  const changed = conflictAfter === undefined ? [] : request.timeline.slice(conflictAfter);
  const submit = async () => {
    const outcome = await perform(writing);
    if (outcome) onDone(outcome);
  };
  return (
    <Dialog opened onClose={onClose} size="lg" title={text(act.label)}>
      <FormProvider
        value={{
          writing,
          faults,
          put: (pointer, value) => setWriting((now) => withValue(now, pointer, value)),
        }}
      >
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void submit();
          }}
        >
          <Stack gap="md">
            <Text size="sm">{text(act.says)}</Text>
            {conflictAfter !== undefined && (
              <Alert
                role="alert"
                color="yellow"
                classNames={{ title: classes['plain'] ?? '' }}
                variant="outline"
                title={text('requesting.conflict')}
              >
                <Timeline entries={changed} />
              </Alert>
            )}
            {faults.map((fault) => (
              <Alert key={fault.pointer} role="alert" color="red" variant="outline">
                {'says' in fault ? (
                  text(fault.says)
                ) : (
                  <span lang="en" dir="ltr">
                    {fault.detail}
                  </span>
                )}
              </Alert>
            ))}
            {act.fields.map((field) => (
              <ActInput key={field.kind === 'text' ? field.at : field.kind} field={field} request={request} />
            ))}
            <Group gap="sm">
              <Button type="submit" loading={busy}>
                {text(act.label)}
              </Button>
              <Button variant="default" onClick={onClose}>
                {text('requesting.leave')}
              </Button>
            </Group>
          </Stack>
        </form>
      </FormProvider>
    </Dialog>
  );
}

/** Where there is one choice, it is made. */
function startOf({ fields }: Act, { matter }: RequestDetail): Writing {
  const [question] = matter?.openQuestions ?? [];
  const answered = (matter?.items ?? []).filter(({ result }) => result !== null).map(({ item }) => item);
  return {
    ...(fields.some(({ kind }) => kind === 'question') && question !== undefined && { question }),
    ...(fields.some(({ kind }) => kind === 'items') && { items: answered }),
  };
}

function ActInput({ field, request }: { readonly field: ActField; readonly request: RequestDetail }) {
  const text = useText();
  const code = useCodes();
  const { writing, put } = useForm();
  const { data: participants = [] } = useQuery(participantsQuery());
  const { openQuestions = [], items = [] } = request.matter ?? {};
  switch (field.kind) {
    case 'text':
      return (
        <TextField
          at={field.at}
          label={text(field.label)}
          lines={4}
          maxLength={field.maxLength}
          required={field.required ?? false}
        />
      );
    case 'question':
      return (
        <NativeSelect
          label={text('requesting.question')}
          value={textAt(writing, '/question')}
          onChange={(event) => put('/question', Number(event.currentTarget.value))}
          data={openQuestions.map((number) => ({
            value: String(number),
            label: text('requesting.questionNumber', { number }),
          }))}
        />
      );
    case 'conclusion':
      return (
        <Radio.Group
          label={text('requesting.conclusion')}
          value={textAt(writing, '/conclusion')}
          onChange={(value) => put('/conclusion', value)}
        >
          <Stack gap={6} mt={6}>
            {CONCLUSIONS.map((value) => (
              <Radio key={value} value={value} label={code('conclusion', value)} />
            ))}
          </Stack>
        </Radio.Group>
      );
    case 'state': {
      const others = participants
        .map(({ code: state }) => state)
        .filter((state) => state !== request.respondingState && state !== request.requestingState);
      return <StateSelect at="/recipient" label={text('requesting.recipient')} states={others} required />;
    }
    case 'items':
      return (
        <Checkbox.Group
          label={text('requesting.items')}
          value={listAt(writing, '/items').map(String)}
          onChange={(chosen) => put('/items', chosen.map(Number))}
        >
          <Group mt={6}>
            {items.map(({ item }) => (
              <Checkbox
                key={item}
                value={String(item)}
                label={text('requesting.itemNumber', { number: item })}
              />
            ))}
          </Group>
        </Checkbox.Group>
      );
  }
}
