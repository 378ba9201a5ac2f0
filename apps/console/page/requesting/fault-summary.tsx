import { Alert, Anchor, List } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useText } from '../language/use-text';
import { fieldId } from './form-fields';
import type { Fault } from './request-faults';
import type { Checked } from './use-sending';

interface FaultSummaryProps {
  readonly checked: Checked;
  /** What still stands of it. */
  readonly faults: readonly Fault[];
}

/** All that is to be mended, on top, each a way to its field; the keyboard goes there when it was checked, and not while it is mended. */
export function FaultSummary({ checked, faults }: FaultSummaryProps) {
  const text = useText();
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (checked.faults.length > 0) summary.current?.focus();
  }, [checked]);
  if (faults.length === 0) return null;
  return (
    <Alert
      ref={summary}
      tabIndex={-1}
      role="alert"
      color="red"
      variant="outline"
      title={text('requesting.mendTitle', { count: faults.length })}
    >
      <List spacing={4}>
        {faults.map((fault) => (
          <List.Item key={`${fault.pointer} ${'says' in fault ? fault.says : fault.detail}`}>
            {fault.pointer === '' ? (
              <FaultWords fault={fault} />
            ) : (
              <Anchor component="button" type="button" ta="start" onClick={() => goTo(fault.pointer)}>
                <FaultWords fault={fault} />
              </Anchor>
            )}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}

/** What the service says is in English, with the place that it speaks of. */
function FaultWords({ fault }: { readonly fault: Fault }) {
  const text = useText();
  if ('says' in fault) return text(fault.says);
  return (
    <span lang="en" dir="ltr">
      {fault.pointer === '' ? fault.detail : `${fault.pointer.slice(1)}: ${fault.detail}`}
    </span>
  );
}

/** To the field, or to the nearest that holds it. */
function goTo(pointer: string): void {
  for (let place = pointer; place !== ''; place = place.slice(0, place.lastIndexOf('/'))) {
    const field = document.getElementById(fieldId(place));
    if (!field) continue;
    const focusable = field.matches('input, select, textarea') ? field : field.querySelector('input');
    const folded = field.closest('details');
    if (folded) folded.open = true;
    (focusable ?? field).focus();
    field.scrollIntoView({ block: 'center' });
    return;
  }
}
