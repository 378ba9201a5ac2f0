import { useText } from '../language/use-text';
import type { Field } from './act-fields';
import type { Case } from './case.query';
import { ItemType } from '../matters/item-type';
import { recordOf, textAt } from '../matters/writing';
import { ChoiceField, CodeChoice, ManyField, StateField, TextField } from './form-fields';

/** The fields of an act that asks for a few things. */
export function SimpleFields({ fields, found }: { readonly fields: readonly Field[]; readonly found: Case }) {
  return fields.map((field) => <SimpleField key={field.at} field={field} found={found} />);
}

function SimpleField({ field, found }: { readonly field: Field; readonly found: Case }) {
  const text = useText();
  const named = { at: field.at, label: text(field.label), hint: field.hint && text(field.hint) };
  switch (field.kind) {
    case 'text':
      return <TextField {...named} lines={field.lines} />;
    case 'day':
      return <TextField {...named} type="date" width={200} />;
    case 'ground':
      return <CodeChoice {...named} kind="ground" codes={field.grounds} />;
    case 'state':
      return <StateField {...named} />;
    case 'items':
      return <ItemsField {...named} items={field.items} found={found} />;
    case 'decision':
      return (
        <ChoiceField
          {...named}
          options={[
            { value: 'GIVEN', label: text('responding.consentGive') },
            { value: 'DENIED', label: text('responding.consentDeny') },
          ]}
        />
      );
  }
}

interface ItemsFieldProps {
  readonly at: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly items: readonly number[];
  readonly found: Case;
}

function ItemsField({ items, found, ...named }: ItemsFieldProps) {
  const options = items.map((value) => ({ value, label: <ItemName found={found} number={value} /> }));
  return <ManyField {...named} options={options} />;
}

export function ItemName({ found, number }: { readonly found: Case; readonly number: number }) {
  const text = useText();
  const item = found.content?.items.find((one) => one.number === number);
  const told = item && recordOf(item);
  const serial = told ? textAt(told, '/serial/asObserved') : '';
  return (
    <>
      {text('responding.itemTitle', { number })}
      {told && (
        <>
          {' · '}
          <ItemType item={told} />
        </>
      )}
      {serial !== '' && (
        <>
          {' · '}
          <bdi>{serial}</bdi>
        </>
      )}
    </>
  );
}
