import { Fieldset, Stack } from '@mantine/core';
import { useSpeech, useText } from '../language/use-text';
import { ACQUISITION_MODES, CONTEXTS } from './code-lists';
import { Folded } from './folded';
import { CodeChecks, CodeRadios, Row, StateSelect, TextField } from './form-fields';

/** What was found, where and when (ITI 17(a)). */
export function FoundFields() {
  const text = useText();
  return (
    <Fieldset legend={text('requesting.found')}>
      <Stack gap="sm">
        <CodeRadios
          at="/acquisitionMode"
          label={text('requesting.acquisition')}
          kind="acquisition"
          codes={ACQUISITION_MODES}
          required
        />
        <Row>
          <TextField
            at="/recoveredOn"
            type="date"
            label={text('requesting.foundOn')}
            hint={text('requesting.ifKnown')}
          />
          <TextField
            at="/recoveryPlace"
            label={text('requesting.foundAt')}
            hint={text('requesting.ifKnown')}
            maxLength={500}
          />
        </Row>
        <PlaceFields />
        <CodeChecks
          at="/contexts"
          label={text('matters.contexts')}
          hint={text('requesting.anyThatApply')}
          kind="context"
          codes={CONTEXTS}
        />
        <TextField
          at="/circumstances"
          label={text('requesting.circumstances')}
          hint={text('requesting.circumstancesHint')}
          lines={3}
          maxLength={8000}
        />
      </Stack>
    </Fieldset>
  );
}

/** The place by State, area and coordinates, where it is known so well. */
function PlaceFields() {
  const text = useText();
  const states = Object.keys(useSpeech().stateNames);
  return (
    <Folded title={text('requesting.exactPlace')} holds={['/recoveredAt']}>
      <Stack gap="sm">
        <Row>
          <StateSelect at="/recoveredAt/state" label={text('requesting.placeState')} states={states} />
          <TextField at="/recoveredAt/area" label={text('requesting.placeArea')} maxLength={200} />
        </Row>
        <Row>
          <TextField
            at="/recoveredAt/latitude"
            label={text('requesting.latitude')}
            hint={text('requesting.degrees', { most: 90 })}
            maxLength={20}
          />
          <TextField
            at="/recoveredAt/longitude"
            label={text('requesting.longitude')}
            hint={text('requesting.degrees', { most: 180 })}
            maxLength={20}
          />
        </Row>
      </Stack>
    </Folded>
  );
}
