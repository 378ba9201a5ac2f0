import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { OWN_DIRECTION } from '../language/own-direction';
import { useText } from '../language/use-text';
import { listAt } from './form-body';
import { fieldId, useForm } from './form-fields';

interface LinesFieldProps {
  readonly at: string;
  readonly label: string;
  readonly hint: string;
}

/** Several short texts, one a line. */
export function LinesField({ at, label, hint }: LinesFieldProps) {
  const text = useText();
  const { body, faults, put } = useForm();
  const [written, setWritten] = useState(() => listAt(body, at).map(String).join('\n'));
  const fault = faults.find((one) => one.at === at);
  return (
    <Textarea
      id={fieldId(at)}
      label={label}
      description={hint}
      {...OWN_DIRECTION}
      rows={3}
      value={written}
      {...(fault && { error: fault.detail ?? text('responding.missing', { field: label }) })}
      onChange={(event) => {
        const { value } = event.currentTarget;
        setWritten(value);
        put(
          at,
          value
            .split('\n')
            .map((line) => line.trim())
            .filter((line) => line !== ''),
        );
      }}
    />
  );
}
