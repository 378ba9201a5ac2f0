import { Stack } from '@mantine/core';
import { useText } from '../language/use-text';
import { CHANNELS, USE_LIMITS } from './code-lists';
import { Folded } from './folded';
import { CodeChecks, CodeSelect, Row, TextField, useForm } from './form-fields';
import { textsAt } from '../matters/writing';

/** Who at the own desk can be spoken to, beside its point of contact, and on which way the request travels. */
export function DeskFields() {
  const text = useText();
  return (
    <Folded title={text('requesting.contact')} holds={['/contact', '/channel']}>
      <Stack gap="sm">
        <Row>
          <TextField at="/contact/unit" label={text('requesting.contactUnit')} maxLength={200} />
          <TextField at="/contact/officer" label={text('requesting.contactOfficer')} maxLength={200} />
        </Row>
        <Row>
          <TextField at="/contact/telephone" label={text('requesting.contactTelephone')} maxLength={64} />
          <TextField at="/contact/email" label={text('requesting.contactEmail')} maxLength={254} />
        </Row>
        <CodeSelect
          at="/channel"
          label={text('matters.channel')}
          kind="channel"
          codes={CHANNELS}
          usual="OTHER"
        />
      </Stack>
    </Folded>
  );
}

/** Which limits the desk offers for the use of an answer, and which its law does not let it keep to (ITI 15). */
export function LimitsFields() {
  const text = useText();
  const { writing } = useForm();
  return (
    <Folded
      title={text('requesting.limits')}
      holds={['/restrictionsProposed', '/cannotComplyWith', '/cannotComplyReason']}
    >
      <Stack gap="sm">
        <CodeChecks
          at="/restrictionsProposed"
          label={text('requesting.limitsOffered')}
          kind="condition"
          codes={USE_LIMITS}
        />
        <CodeChecks
          at="/cannotComplyWith"
          label={text('requesting.limitsDenied')}
          hint={text('requesting.limitsDeniedHint')}
          kind="condition"
          codes={USE_LIMITS}
        />
        {textsAt(writing, '/cannotComplyWith').length > 0 && (
          <TextField
            at="/cannotComplyReason"
            label={text('requesting.limitsReason')}
            lines={2}
            maxLength={4000}
            required
          />
        )}
      </Stack>
    </Folded>
  );
}
