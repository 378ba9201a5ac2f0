import { Alert, List, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Schemas } from '../api/client';
import { useIntl } from 'react-intl';
import { FreeText } from '../language/free-text';
import { useStateName } from '../language/state-name';
import { useCodes } from '../language/use-codes';
import { useText } from '../language/use-text';
import classes from './requesting.module.css';
import { type Json, recordOf, textAt, textsAt } from '../matters/writing';

interface ConditionListProps {
  readonly item: Schemas['ItemDetail'];
  /** The State that gave the answer. */
  readonly giver: string;
}

/** In plain words what may be done with the answers on an item, and what not (ITI 15; Firearms Protocol 12(5)). */
export function ConditionList({ item: { decision, handling }, giver }: ConditionListProps) {
  const text = useText();
  const name = useStateName();
  const conditions = (handling?.conditions ?? []).map(recordOf);
  return (
    <Alert
      color="yellow"
      classNames={{ title: classes['plain'] ?? '' }}
      variant="outline"
      title={text('requesting.handling')}
      p="xs"
    >
      {!decision.released && <Text size="sm">{text('requesting.notReleased')}</Text>}
      <List size="sm" spacing={2}>
        {decision.deniedBy?.map(({ condition, clause, reason }) => (
          <List.Item key={`${condition} ${clause}`}>
            <span lang="en" dir="ltr">
              {clause}: {reason}
            </span>
          </List.Item>
        ))}
        {conditions.map((condition, index) => (
          <List.Item key={index}>
            <Condition condition={condition} giver={name(giver)} />
          </List.Item>
        ))}
        {conditions.length === 0 && <List.Item>{text('requesting.noConditions')}</List.Item>}
        {handling?.consents.map(({ number, to }) => (
          <List.Item key={`${number} ${to}`}>
            {text('requesting.consentGiven', { state: name(to) })}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}

function Condition({ condition, giver }: { readonly condition: Json; readonly giver: string }): ReactNode {
  const text = useText();
  const code = useCodes();
  const intl = useIntl();
  switch (textAt(condition, '/kind')) {
    case 'NEED_TO_KNOW': {
      const who = [
        ...textsAt(condition, '/authorities'),
        ...textsAt(condition, '/roles').map((role) => code('role', role)),
      ];
      return text('requesting.conditionNeedToKnow', { who: intl.formatList(who) });
    }
    case 'PURPOSE_ONLY': {
      const purposes = textsAt(condition, '/purposes').map((purpose) => code('intendedUse', purpose));
      return text('requesting.conditionPurpose', { purposes: intl.formatList(purposes) });
    }
    case 'NO_ONWARD':
      return text('requesting.conditionNoOnward', { state: giver });
    case 'COMMERCIAL':
      return text('requesting.conditionCommercial');
    case 'EXPIRES':
      return text('requesting.conditionExpires', {
        on: intl.formatDate(textAt(condition, '/on'), { dateStyle: 'long', timeZone: 'UTC' }),
      });
    default:
      return (
        <>
          {text('requesting.conditionOther')}{' '}
          <FreeText>{textAt(condition, '/text') || textAt(condition, '/kind')}</FreeText>
        </>
      );
  }
}
