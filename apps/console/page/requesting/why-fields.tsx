import { Fieldset, Stack } from '@mantine/core';
import { useText } from '../language/use-text';
import { ILLICIT_GROUNDS, INFORMATION_SOUGHT, INTENDED_USES, REGIMES } from './code-lists';
import { Folded } from './folded';
import { CheckField, CodeChecks, CodeSelect, TextField } from './form-fields';

/** Why it is asked, and what for (ITI 17(a) and (c)). */
export function WhyFields() {
  const text = useText();
  return (
    <Fieldset legend={text('requesting.why')}>
      <Stack gap="sm">
        <CodeChecks
          at="/illicitGrounds"
          label={text('requesting.grounds')}
          hint={text('requesting.groundsHint')}
          kind="illicitGround"
          codes={ILLICIT_GROUNDS}
          required
        />
        <TextField
          at="/legalBasis"
          label={text('requesting.legalBasis')}
          hint={text('requesting.legalBasisHint')}
          maxLength={4000}
          required
        />
        <CodeSelect
          at="/intendedUse"
          label={text('requesting.use')}
          kind="intendedUse"
          codes={INTENDED_USES}
          required
        />
        <CodeChecks
          at="/informationSought"
          label={text('requesting.sought')}
          hint={text('requesting.anyThatApply')}
          kind="sought"
          codes={INFORMATION_SOUGHT}
        />
        <TextField
          at="/reference"
          label={text('requesting.reference')}
          hint={text('requesting.referenceHint')}
          maxLength={128}
        />
        <MoreFields />
      </Stack>
    </Fieldset>
  );
}

/** Other instruments than the ITI, and an arm that is not illicit: the ITI does not cover it (ITI 6, 16). */
function MoreFields() {
  const text = useText();
  return (
    <Folded title={text('requesting.more')} holds={['/regimes', '/licitCrime', '/intendedUseText']}>
      <Stack gap="sm">
        <TextField
          at="/intendedUseText"
          label={text('requesting.useText')}
          hint={text('requesting.useTextHint')}
          lines={2}
          maxLength={4000}
        />
        <CodeChecks
          at="/regimes"
          label={text('requesting.regimes')}
          hint={text('requesting.regimesHint')}
          kind="regime"
          codes={REGIMES}
        />
        <CheckField
          at="/licitCrime"
          label={text('requesting.licitCrime')}
          hint={text('requesting.licitCrimeHint')}
        />
      </Stack>
    </Folded>
  );
}
