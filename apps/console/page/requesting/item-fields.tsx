import { Button, Fieldset, Group, Stack } from '@mantine/core';
import { useText, useSpeech } from '../language/use-text';
import { ARM_TYPES, ITEM_KINDS, PART_TYPES } from './code-lists';
import { CheckField, CodeSelect, NumberField, Row, StateSelect, TextField, useForm } from './form-fields';
import { PartSerialFields } from './part-serial-fields';
import { SerialFields } from './serial-fields';
import { emptyItem, listAt, textAt, withOneMore, withoutOne } from './writing';

/** Each thing that was found, with the marks on it: as far as they are there, never a must (ITI 17(b)). */
export function ItemsFields() {
  const text = useText();
  const { writing, put } = useForm();
  const items = listAt(writing, '/items');
  const replace = (changed: typeof writing) => put('/items', changed['items']);
  return (
    <Stack gap="md">
      {items.map((_, index) => (
        <Fieldset key={index} legend={text('requesting.itemNumber', { number: index + 1 })}>
          <ItemFields at={`/items/${index}`} />
          {items.length > 1 && (
            <Button
              mt="sm"
              size="xs"
              variant="subtle"
              color="red.9"
              c="var(--mantine-color-error)"
              onClick={() => replace(withoutOne(writing, '/items', index))}
            >
              {text('requesting.removeItem', { number: index + 1 })}
            </Button>
          )}
        </Fieldset>
      ))}
      <Group>
        <Button
          variant="default"
          size="xs"
          onClick={() => replace(withOneMore(writing, '/items', emptyItem))}
        >
          {text('requesting.addItem')}
        </Button>
      </Group>
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
    <Stack gap="sm">
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
        <NumberField
          at={`${at}/yearOfManufacture`}
          label={text('requesting.madeYear')}
          hint={text('requesting.ifKnown')}
        />
      </Row>
      {kind !== 'AMMUNITION' && <OtherMarks at={at} states={states} />}
      <TextField at={`${at}/remarks`} label={text('requesting.remarks')} lines={2} maxLength={4000} />
    </Stack>
  );
}

function OtherMarks({ at, states }: { readonly at: string; readonly states: readonly string[] }) {
  const text = useText();
  const { writing, put } = useForm();
  const imports = listAt(writing, `${at}/importMarks`);
  const first = `${at}/otherMarks/0`;
  return (
    <>
      {imports.map((_, index) => (
        <Row key={index}>
          <StateSelect
            at={`${at}/importMarks/${index}/country`}
            label={text('requesting.importState')}
            states={states}
          />
          <NumberField at={`${at}/importMarks/${index}/year`} label={text('requesting.importYear')} />
          <TextField
            at={`${at}/importMarks/${index}/text`}
            label={text('requesting.importText')}
            maxLength={500}
          />
        </Row>
      ))}
      {listAt(writing, `${at}/otherMarks`).length > 0 && (
        <TextField
          at={`${first}/text`}
          label={text('requesting.otherMark')}
          hint={text('requesting.asMarked')}
        />
      )}
      <Group gap="xs">
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => put(`${at}/importMarks`, [...imports, { country: '' }])}
        >
          {text('requesting.addImportMark')}
        </Button>
        {listAt(writing, `${at}/otherMarks`).length === 0 && (
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => put(`${at}/otherMarks`, [{ kind: 'OTHER' }])}
          >
            {text('requesting.addOtherMark')}
          </Button>
        )}
      </Group>
      <CheckField at={`${at}/markTampering`} label={text('requesting.tampered')} />
    </>
  );
}
