import { Stack } from '@mantine/core';
import { useText } from '../language/use-text';
import { ACTIONS, CONVERSIONS, FACTORY_MARKS } from './code-lists';
import { Folded } from './folded';
import { CheckField, CodeSelect, LinesField, NumberField, Row, TextField } from './form-fields';

/** What an examiner sees beside the marks that most officers look for (ITI 17(b)). */
export function ArmFields({ at }: { readonly at: string }) {
  const text = useText();
  const fields = [
    ...['action', 'conversion', 'factoryMark', 'proofMarks', 'importer'],
    ...['stock', 'material', 'lengthMm', 'partsMismatch'],
  ];
  return (
    <Folded title={text('requesting.moreOnArm')} holds={fields.map((field) => `${at}/${field}`)}>
      <Stack gap="sm">
        <Row>
          <CodeSelect at={`${at}/action`} label={text('matters.action')} kind="action" codes={ACTIONS} />
          <CodeSelect
            at={`${at}/conversion`}
            label={text('matters.conversion')}
            kind="conversion"
            codes={CONVERSIONS}
          />
          <CodeSelect
            at={`${at}/factoryMark`}
            label={text('matters.factoryMark')}
            kind="factoryMark"
            codes={FACTORY_MARKS}
          />
        </Row>
        <Row>
          <LinesField
            at={`${at}/proofMarks`}
            label={text('matters.proofMarks')}
            hint={text('requesting.oneALine')}
          />
          <TextField
            at={`${at}/importer`}
            label={text('matters.importer')}
            hint={text('requesting.asMarked')}
            maxLength={200}
          />
        </Row>
        <Row>
          <TextField at={`${at}/stock`} label={text('matters.stock')} maxLength={200} />
          <TextField at={`${at}/material`} label={text('matters.material')} maxLength={200} />
          <NumberField at={`${at}/lengthMm`} label={text('matters.length')} />
        </Row>
        <CheckField at={`${at}/partsMismatch`} label={text('matters.partsMismatch')} />
      </Stack>
    </Folded>
  );
}
