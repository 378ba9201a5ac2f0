import { Stack } from '@mantine/core';
import { useText } from '../language/use-text';
import { CASE_MATERIALS, PACKAGINGS } from './code-lists';
import { Folded } from './folded';
import { CodeSelect, NumberField, Row, TextField } from './form-fields';
import { ListFields } from './list-fields';

/** What tells lots of ammunition apart when the headstamp gives no more than maker and year: colours, and the marks of its packaging. */
export function AmmunitionFields({ at }: { readonly at: string }) {
  const text = useText();
  const fields = [
    ...['headstamp/marks', 'caseMaterial', 'bulletType', 'tipColour'],
    ...['primerSealantColour', 'packaging'],
  ];
  return (
    <Folded title={text('requesting.moreOnLot')} holds={fields.map((field) => `${at}/${field}`)}>
      <Stack gap="sm">
        <ListFields
          at={`${at}/headstamp/marks`}
          begin={{ clock: 12 }}
          most={12}
          add={text('requesting.addSign')}
          name={(number) => text('requesting.signNumber', { number })}
        >
          {(sign) => (
            <Row>
              <NumberField at={`${sign}/clock`} label={text('requesting.clock')} required />
              <TextField at={`${sign}/text`} label={text('requesting.signText')} maxLength={64} required />
            </Row>
          )}
        </ListFields>
        <Row>
          <CodeSelect
            at={`${at}/caseMaterial`}
            label={text('matters.caseMaterial')}
            kind="caseMaterial"
            codes={CASE_MATERIALS}
          />
          <TextField at={`${at}/bulletType`} label={text('matters.bulletType')} maxLength={200} />
        </Row>
        <Row>
          <TextField at={`${at}/tipColour`} label={text('matters.tipColour')} maxLength={64} />
          <TextField
            at={`${at}/primerSealantColour`}
            label={text('matters.primerSealantColour')}
            maxLength={64}
          />
        </Row>
        <PackagingFields at={`${at}/packaging`} />
      </Stack>
    </Folded>
  );
}

function PackagingFields({ at }: { readonly at: string }) {
  const text = useText();
  return (
    <ListFields
      at={at}
      begin={{ kind: 'BOX' }}
      most={20}
      add={text('requesting.addPackaging')}
      name={(number) => text('requesting.packagingNumber', { number })}
    >
      {(one) => (
        <>
          <Row>
            <CodeSelect
              at={`${one}/kind`}
              label={text('requesting.packagingKind')}
              kind="packaging"
              codes={PACKAGINGS}
              usual="BOX"
            />
            <TextField at={`${one}/lot`} label={text('requesting.packagingLot')} maxLength={200} />
            <NumberField at={`${one}/quantity`} label={text('requesting.packagingQuantity')} />
          </Row>
          <Row>
            <TextField
              at={`${one}/contractNumber`}
              label={text('requesting.contractNumber')}
              maxLength={200}
            />
            <TextField at={`${one}/destination`} label={text('requesting.destination')} maxLength={200} />
            <TextField
              at={`${one}/date`}
              label={text('requesting.packagingDate')}
              hint={text('requesting.asMarked')}
              maxLength={64}
            />
          </Row>
        </>
      )}
    </ListFields>
  );
}
