import { Checkbox, NativeSelect, Radio, Stack, Textarea, TextInput } from '@mantine/core';
import { createContext, type ReactNode, useContext } from 'react';
import { OWN_DIRECTION } from '../language/own-direction';
import { type CodeKind, useCodes } from '../language/use-codes';
import { useSpeech, useText } from '../language/use-text';
import type { Body, Json } from './act-draft';
import { listAt, textAt } from './form-body';

/** Something that keeps a form from being sent: what is missing here, or what the service says of it. */
export interface Fault {
  readonly at: string;
  /** As the service says it; absent where the field was left empty. */
  readonly detail?: string;
}

interface Form {
  readonly body: Body;
  readonly faults: readonly Fault[];
  put(pointer: string, value: Json | undefined): void;
}

const Context = createContext<Form | undefined>(undefined);
export const FormProvider = Context.Provider;

export function useForm(): Form {
  const form = useContext(Context);
  if (!form) throw new Error('This field is outside of a form.');
  return form;
}

/** The element of a field: a fault leads there. */
export const fieldId = (pointer: string): string => `field${pointer.replaceAll('/', '-')}`;

interface FieldProps {
  /** JSON pointer into the body. */
  readonly at: string;
  readonly label: string;
  readonly hint?: string | undefined;
}

function useField({ at, label, hint }: FieldProps) {
  const text = useText();
  const { body, faults, put } = useForm();
  const fault = faults.find((one) => one.at === at);
  return {
    body,
    set: (value: Json | undefined) => put(at, value),
    shown: {
      id: fieldId(at),
      label,
      ...(hint !== undefined && { description: hint }),
      ...(fault && { error: fault.detail ?? text('responding.missing', { field: label }) }),
    },
  };
}

interface TextFieldProps extends FieldProps {
  readonly lines?: number;
  readonly type?: 'text' | 'date';
  readonly width?: number;
}

export function TextField({ lines = 1, type = 'text', width, ...field }: TextFieldProps) {
  const { body, set, shown } = useField(field);
  const common = {
    ...shown,
    value: textAt(body, field.at),
    ...(type === 'text' && OWN_DIRECTION),
    ...(width !== undefined && { maw: width }),
  };
  if (lines === 1) {
    return <TextInput {...common} type={type} onChange={(event) => set(event.currentTarget.value)} />;
  }
  return <Textarea {...common} rows={lines} onChange={(event) => set(event.currentTarget.value)} />;
}

interface ChoiceProps extends FieldProps {
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** One of a few: all of them stand there. */
export function ChoiceField({ options, ...field }: ChoiceProps) {
  const { body, set, shown } = useField(field);
  return (
    <Radio.Group {...shown} value={textAt(body, field.at)} onChange={set} tabIndex={-1}>
      <Stack gap={6} mt={6} mb={4}>
        {options.map(({ value, label }) => (
          <Radio key={value} value={value} label={label} />
        ))}
      </Stack>
    </Radio.Group>
  );
}

interface CodeFieldProps extends FieldProps {
  readonly kind: CodeKind;
  readonly codes: readonly string[];
}

export function CodeChoice({ kind, codes, ...field }: CodeFieldProps) {
  const code = useCodes();
  return <ChoiceField {...field} options={codes.map((value) => ({ value, label: code(kind, value) }))} />;
}

export function SelectField({ options, ...field }: ChoiceProps) {
  const text = useText();
  const { body, set, shown } = useField(field);
  return (
    <NativeSelect
      {...shown}
      maw={360}
      value={textAt(body, field.at)}
      data={[{ value: '', label: text('responding.choose') }, ...options]}
      onChange={(event) => set(event.currentTarget.value === '' ? undefined : event.currentTarget.value)}
    />
  );
}

export function CodeSelect({ kind, codes, ...field }: CodeFieldProps) {
  const code = useCodes();
  return <SelectField {...field} options={codes.map((value) => ({ value, label: code(kind, value) }))} />;
}

export function StateField(field: FieldProps) {
  const { stateNames, language } = useSpeech();
  const options = Object.entries(stateNames)
    .map(([value, label]) => ({ value, label }))
    .toSorted((one, other) => one.label.localeCompare(other.label, language));
  return <SelectField {...field} options={options} />;
}

interface ManyProps extends FieldProps {
  readonly options: readonly { readonly value: string | number; readonly label: ReactNode }[];
}

/** Any of them. */
export function ManyField({ options, ...field }: ManyProps) {
  const { body, set, shown } = useField(field);
  const chosen = listAt(body, field.at);
  return (
    <Checkbox.Group
      {...shown}
      value={chosen.map(String)}
      onChange={(names) =>
        set(options.map(({ value }) => value).filter((value) => names.includes(String(value))))
      }
      tabIndex={-1}
    >
      <Stack gap={6} mt={6} mb={4}>
        {options.map(({ value, label }) => (
          <Checkbox key={value} value={String(value)} label={label} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}
