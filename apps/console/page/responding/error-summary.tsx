import { Alert, Anchor, List, Text } from '@mantine/core';
import { type RefObject } from 'react';
import { useText } from '../language/use-text';
import { type Fault, fieldId } from './form-fields';

interface ErrorSummaryProps {
  readonly faults: readonly Fault[];
  /** What the service says of the whole. */
  readonly detail: string | undefined;
  /** How a field is called. */
  readonly nameOf: (pointer: string) => string;
  readonly box: RefObject<HTMLDivElement | null>;
}

/** What must be mended, on top, each with a link to its field. It takes the focus when a form was not sent. */
export function ErrorSummary({ faults, detail, nameOf, box }: ErrorSummaryProps) {
  const text = useText();
  if (faults.length === 0 && detail === undefined) return null;
  return (
    <Alert
      ref={box}
      role="alert"
      tabIndex={-1}
      variant="outline"
      color="red"
      title={text('responding.thereIsAProblem')}
    >
      {detail !== undefined && (
        <Text size="sm" lang="en" dir="auto">
          {detail}
        </Text>
      )}
      <List size="sm" spacing="xs">
        {faults.map((fault) => (
          <List.Item key={fault.at}>
            <Anchor
              href={`#${fieldId(fault.at)}`}
              size="sm"
              c="var(--mantine-color-error)"
              onClick={(event) => {
                event.preventDefault();
                goTo(fault.at);
              }}
            >
              {fault.detail === undefined
                ? text('responding.missing', { field: nameOf(fault.at) })
                : `${nameOf(fault.at)}: ${fault.detail}`}
            </Anchor>
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}

/** A group of boxes is led to by its first one. */
function goTo(pointer: string): void {
  const field = document.getElementById(fieldId(pointer));
  const inside = field?.querySelector<HTMLElement>('input, select, textarea');
  (inside ?? field)?.focus();
  field?.scrollIntoView({ block: 'center' });
}
