import { Checkbox, Fieldset, Stack } from '@mantine/core';
import { useText } from '../language/use-text';
import { answerAt, isAnswering } from './act-fields';
import { HOLDERS, OUTCOMES, REGISTERS } from './answer-codes';
import { partsOf } from './answer-shape';
import type { FormAct } from './case-acts';
import type { Case } from './case.query';
import { ChainFields } from './chain-fields';
import { ConditionFields } from './condition-fields';
import { DiversionFields } from './diversion-fields';
import { listAt, textAt, valueAt } from './form-body';
import { CodeChoice, CodeSelect, StateField, TextField, useForm } from './form-fields';
import { ItemName } from './simple-fields';
import { WhichItems } from './which-items';

interface AnswerFieldsProps {
  readonly act: FormAct;
  readonly found: Case;
}

/** What the registers gave on each item (ITI 20). */
export function AnswerFields({ act, found }: AnswerFieldsProps) {
  const { body } = useForm();
  if (!isAnswering(act)) return null;
  return (
    <>
      <WhichItems act={act} found={found} />
      {listAt(body, '/answers').map((_, index) => (
        <ItemAnswer key={textAt(answerAt(body, index), '/item')} at={`/answers/${index}`} found={found} />
      ))}
    </>
  );
}

/** First what was found, then what that calls for, then what must be done with it. */
function ItemAnswer({ at, found }: { readonly at: string; readonly found: Case }) {
  const text = useText();
  const { body, put } = useForm();
  const parts = partsOf(textAt(body, `${at}/outcome`));
  const restricted = valueAt(body, `${at}/restriction`) !== undefined;
  return (
    <Fieldset legend={<ItemName found={found} number={Number(textAt(body, `${at}/item`))} />}>
      <Stack gap="md">
        <CodeChoice
          at={`${at}/outcome`}
          label={text('responding.outcome')}
          hint={text('responding.outcomeHint')}
          kind="outcome"
          codes={OUTCOMES}
        />
        {parts.includes('stolenLost') && (
          <>
            <CodeChoice
              at={`${at}/stolenLostMatch/register`}
              label={text('responding.register')}
              kind="register"
              codes={REGISTERS}
            />
            <TextField at={`${at}/stolenLostMatch/reference`} label={text('responding.registerReference')} />
          </>
        )}
        {parts.includes('diversion') && <DiversionFields at={`${at}/pointOfDiversion`} />}
        {parts.includes('holder') && (
          <>
            <TextField
              at={`${at}/lastLegalHolder`}
              label={text('responding.lastLegalHolder')}
              hint={text('responding.lastLegalHolderHint')}
            />
            <CodeSelect
              at={`${at}/lastLegalHolderKind`}
              label={text('responding.holderKind')}
              kind="holder"
              codes={HOLDERS}
            />
          </>
        )}
        {parts.includes('onward') && (
          <StateField
            at={`${at}/onwardState`}
            label={text('responding.onwardState')}
            hint={text('responding.onwardStateHint')}
          />
        )}
        {parts.includes('chain') && <ChainFields at={`${at}/chain`} />}
        <TextField
          at={`${at}/documentReference`}
          label={text('responding.document')}
          hint={text('responding.documentHint')}
        />
        <TextField at={`${at}/remarks`} lines={3} label={text('matters.remarks')} />
        <Checkbox
          label={text('responding.holdBack')}
          description={text('responding.holdBackHint')}
          checked={restricted}
          onChange={(event) => put(`${at}/restriction`, event.currentTarget.checked ? {} : undefined)}
        />
        {restricted && (
          <>
            <CodeChoice
              at={`${at}/restriction/ground`}
              label={text('responding.ground')}
              hint={text('responding.groundHint')}
              kind="ground"
              codes={found.grounds.restriction}
            />
            <TextField
              at={`${at}/restriction/reason`}
              lines={3}
              label={text('responding.reason')}
              hint={text('responding.reasonHint')}
            />
          </>
        )}
        <ConditionFields at={`${at}/conditions`} cannotKeep={found.content?.cannotComplyWith ?? []} />
      </Stack>
    </Fieldset>
  );
}
