import { Checkbox, Group, NativeSelect, Radio, Stack, Textarea, TextInput } from '@mantine/core';
import { createContext, type ReactNode, useContext } from 'react';
import { OWN_DIRECTION } from '../language/own-direction';
import { useCodes, type CodeKind } from '../language/use-codes';
import { useStateName } from '../language/state-name';
import { useText } from '../language/use-text';
import { type Fault, faultOn } from './request-faults';
import classes from './requesting.module.css';
import { type Json, textAt, textsAt, valueAt, type Writing } from '../matters/writing';

interface Form {
  readonly writing: Writing;
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
  /** JSON pointer into the request. */
  readonly at: string;
  readonly label: string;
  readonly hint?: string;
  readonly required?: boolean;
}

function useField({ at, label, hint, required = false }: FieldProps) {
  const { writing, faults, put } = useForm();
  const text = useText();
  const fault = faultOn(faults, at);
  const error = fault && ('says' in fault ? text(fault.says) : fault.detail);
  const shown = {
    id: fieldId(at),
    label,
    ...(hint !== undefined && { description: hint }),
    ...(error !== undefined && { error }),
    ...(required && { withAsterisk: true }),
  };
  const typed = { ...shown, ...(required && { 'aria-required': true }) };
  return { shown, typed, writing, put: (value: Json | undefined) => put(at, value) };
}

interface TextFieldProps extends FieldProps {
  readonly lines?: number;
  readonly type?: 'text' | 'date';
  readonly maxLength?: number;
}

/** What is written stands in its own direction. */
export function TextField({ lines = 1, type = 'text', maxLength, ...field }: TextFieldProps) {
  const { typed, writing, put } = useField(field);
  const common = {
    ...typed,
    ...(maxLength !== undefined && { maxLength }),
    value: textAt(writing, field.at),
  };
  if (lines > 1) {
    return (
      <Textarea
        {...common}
        {...OWN_DIRECTION}
        rows={lines}
        onChange={(event) => put(event.currentTarget.value)}
      />
    );
  }
  return (
    <TextInput
      {...common}
      {...(type === 'text' && OWN_DIRECTION)}
      type={type}
      onChange={(event) => put(event.currentTarget.value)}
    />
  );
}

/** A list of texts, one on each line. */
export function LinesField(field: FieldProps) {
  const { typed, writing, put } = useField(field);
  return (
    <Textarea
      {...typed}
      {...OWN_DIRECTION}
      rows={2}
      value={textsAt(writing, field.at).join('\n')}
      onChange={({ currentTarget: { value } }) => put(value === '' ? undefined : value.split('\n'))}
    />
  );
}

export function NumberField({ ...field }: FieldProps) {
  const { typed, writing, put } = useField(field);
  const take = (typed: string) => put(/^\d+$/.test(typed) ? Number(typed) : typed);
  return (
    <TextInput
      {...typed}
      inputMode="numeric"
      dir="ltr"
      value={textAt(writing, field.at)}
      onChange={(event) => take(event.currentTarget.value)}
    />
  );
}

interface CodeFieldProps extends FieldProps {
  readonly kind: CodeKind;
  readonly codes: readonly string[];
  /** Taken as said where nothing is. */
  readonly usual?: string;
}

export function CodeSelect({ kind, codes, usual, ...field }: CodeFieldProps) {
  const { typed, writing, put } = useField(field);
  const text = useText();
  const code = useCodes();
  return (
    <NativeSelect
      {...typed}
      value={textAt(writing, field.at) || (usual ?? '')}
      onChange={(event) => put(event.currentTarget.value)}
      data={[
        ...(usual === undefined ? [{ value: '', label: text('requesting.choose') }] : []),
        ...codes.map((value) => ({ value, label: code(kind, value) })),
      ]}
    />
  );
}

export function CodeRadios({ kind, codes, ...field }: CodeFieldProps) {
  const { shown, writing, put } = useField(field);
  const code = useCodes();
  return (
    <Radio.Group {...shown} value={textAt(writing, field.at)} onChange={put}>
      <Options>
        {codes.map((value) => (
          <Radio key={value} value={value} label={code(kind, value)} />
        ))}
      </Options>
    </Radio.Group>
  );
}

export function CodeChecks({ kind, codes, ...field }: CodeFieldProps) {
  const { shown, writing, put } = useField(field);
  const code = useCodes();
  return (
    <Checkbox.Group {...shown} value={[...textsAt(writing, field.at)]} onChange={put}>
      <Options className={codes.length > few ? (classes['columns'] ?? '') : ''}>
        {codes.map((value) => (
          <Checkbox key={value} value={value} label={code(kind, value)} />
        ))}
      </Options>
    </Checkbox.Group>
  );
}

/** So many stand one below the other; more stand in columns where there is room. */
const few = 6;

const Options = ({
  className = '',
  children,
}: {
  readonly className?: string;
  readonly children: ReactNode;
}) => (
  <Stack gap={6} mt={6} className={className}>
    {children}
  </Stack>
);

export function CheckField(field: FieldProps) {
  const { shown, writing, put } = useField(field);
  return (
    <Checkbox
      {...shown}
      checked={valueAt(writing, field.at) === true}
      onChange={(event) => put(event.currentTarget.checked ? true : undefined)}
    />
  );
}

/** A State by its name in the reader's language, in the order of that language. */
export function StateSelect({ states, ...field }: FieldProps & { readonly states: readonly string[] }) {
  const { typed, writing, put } = useField(field);
  const text = useText();
  const name = useStateName();
  const named = states
    .map((value) => ({ value, label: name(value) }))
    .toSorted((one, other) => one.label.localeCompare(other.label));
  return (
    <NativeSelect
      {...typed}
      value={textAt(writing, field.at)}
      onChange={(event) => put(event.currentTarget.value)}
      data={[{ value: '', label: text('requesting.choose') }, ...named]}
    />
  );
}

/** Fields that are seen at one glance stand side by side where there is room. */
export const Row = ({ children }: { readonly children: ReactNode }) => (
  <Group grow align="flex-start" gap="md" preventGrowOverflow={false}>
    {children}
  </Group>
);
