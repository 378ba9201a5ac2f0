import { Stack } from '@mantine/core';
import { useSpeech, useText } from '../language/use-text';
import { emptyItem, textAt } from '../matters/writing';
import { AmmunitionFields } from './ammunition-fields';
import { ArmFields } from './arm-fields';
import { ARM_TYPES, COUNTRY_BASES, PART_TYPES } from './code-lists';
import { CodeSelect, NumberField, Row, StateSelect, TextField, useForm } from './form-fields';
import { ITEM_KINDS } from './item-kinds';
import { ListFields } from './list-fields';
import { MarkFields } from './mark-fields';
import { PartSerialFields } from './part-serial-fields';
import { SerialFields } from './serial-fields';

/** Each thing that was found, with the marks on it: as far as they are there, never a must (ITI 17(b)). */
export function ItemsFields() {
  const text = useText();
  return (
    <Stack gap="md">
      <ListFields
        at="/items"
        begin={emptyItem}
        most={500}
        least={1}
        add={text('requesting.addItem')}
        name={(number) => text('requesting.itemNumber', { number })}
      >
        {(item) => <ItemFields at={item} />}
      </ListFields>
    </Stack>
  );
}

function ItemFields({ at }: { readonly at: string }) {
  const text = useText();
  const { writing } = useForm();
  const { stateNames } = useSpeech();
  const kind = textAt(writing, `${at}/kind`);
  const states = Object.keys(stateNames);
  return (
    <>
      <Row>
        <CodeSelect
          at={`${at}/kind`}
          label={text('requesting.kind')}
          kind="itemKind"
          codes={ITEM_KINDS}
          usual="ARM"
        />
        {kind === 'ARM' && (
          <CodeSelect
            at={`${at}/type`}
            label={text('requesting.type')}
            kind="armType"
            codes={ARM_TYPES}
            required
          />
        )}
        {kind === 'PART' && (
          <CodeSelect
            at={`${at}/part`}
            label={text('requesting.part')}
            kind="part"
            codes={PART_TYPES}
            required
          />
        )}
        {kind === 'PART' && <NumberField at={`${at}/quantity`} label={text('requesting.quantity')} />}
        {kind === 'AMMUNITION' && (
          <TextField at={`${at}/lot`} label={text('requesting.lot')} maxLength={200} />
        )}
      </Row>
      <Row>
        <TextField
          at={`${at}/make`}
          label={text('requesting.make')}
          hint={text('requesting.asMarked')}
          maxLength={200}
        />
        <TextField
          at={`${at}/model`}
          label={text('requesting.model')}
          hint={text('requesting.asMarked')}
          maxLength={200}
        />
        <TextField
          at={`${at}/calibre`}
          label={text('requesting.calibre')}
          hint={text('requesting.asMarked')}
          maxLength={100}
        />
      </Row>
      {kind === 'AMMUNITION' ? (
        <Row>
          <TextField
            at={`${at}/headstamp/makerCode`}
            label={text('requesting.headstampMaker')}
            maxLength={64}
          />
          <TextField at={`${at}/headstamp/year`} label={text('requesting.headstampYear')} maxLength={16} />
          <NumberField at={`${at}/quantity`} label={text('requesting.quantity')} />
        </Row>
      ) : (
        <SerialFields at={`${at}/serial`} />
      )}
      {kind === 'ARM' && <PartSerialFields at={`${at}/partSerials`} />}
      <Row>
        <StateSelect
          at={`${at}/countryOfManufacture`}
          label={text('requesting.madeIn')}
          hint={text('requesting.madeInHint')}
          states={states}
        />
        <CodeSelect
          at={`${at}/countryBasis`}
          label={text('matters.countryBasis')}
          hint={text('requesting.ifKnown')}
          kind="countryBasis"
          codes={COUNTRY_BASES}
        />
        <NumberField
          at={`${at}/yearOfManufacture`}
          label={text('requesting.madeYear')}
          hint={text('requesting.ifKnown')}
        />
      </Row>
      {kind !== 'AMMUNITION' && <MarkFields at={at} />}
      {kind === 'ARM' && <ArmFields at={at} />}
      {kind === 'AMMUNITION' && <AmmunitionFields at={at} />}
      <TextField at={`${at}/remarks`} label={text('requesting.remarks')} lines={2} maxLength={4000} />
    </>
  );
}
