import { useSpeech, useText } from '../language/use-text';
import { MARK_KINDS } from './code-lists';
import { CheckField, CodeSelect, NumberField, Row, StateSelect, TextField } from './form-fields';
import { ListFields } from './list-fields';

/** Marks beside the serial number: of import, of stocks and units, of inspections; and whether somebody tampered with them. */
export function MarkFields({ at }: { readonly at: string }) {
  const text = useText();
  return (
    <>
      <ImportMarkFields at={`${at}/importMarks`} />
      <ListFields
        at={`${at}/otherMarks`}
        begin={{ kind: 'OTHER' }}
        most={50}
        add={text('requesting.addOtherMark')}
        name={(number) => text('requesting.otherMarkNumber', { number })}
      >
        {(mark) => (
          <Row>
            <CodeSelect
              at={`${mark}/kind`}
              label={text('requesting.markKind')}
              kind="markKind"
              codes={MARK_KINDS}
              usual="OTHER"
            />
            <TextField at={`${mark}/text`} label={text('requesting.markText')} maxLength={2000} />
            <TextField at={`${mark}/location`} label={text('requesting.markPlace')} maxLength={200} />
          </Row>
        )}
      </ListFields>
      <CheckField at={`${at}/markTampering`} label={text('requesting.tampered')} />
    </>
  );
}

function ImportMarkFields({ at }: { readonly at: string }) {
  const text = useText();
  const states = Object.keys(useSpeech().stateNames);
  return (
    <ListFields
      at={at}
      begin={{ country: '' }}
      most={20}
      add={text('requesting.addImportMark')}
      name={(number) => text('requesting.importMarkNumber', { number })}
    >
      {(mark) => (
        <Row>
          <StateSelect
            at={`${mark}/country`}
            label={text('requesting.importState')}
            states={states}
            required
          />
          <NumberField at={`${mark}/year`} label={text('requesting.importYear')} />
          <TextField at={`${mark}/text`} label={text('requesting.importText')} maxLength={500} />
        </Row>
      )}
    </ListFields>
  );
}
