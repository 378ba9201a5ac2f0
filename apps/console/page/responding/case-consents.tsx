import { Title } from '@mantine/core';
import { useText } from '../language/use-text';
import { ConsentClocks } from '../matters/consent-clocks';
import { consentQuestions } from '../matters/consent-standing';
import type { Case } from './case.query';
import classes from './responding.module.css';

/** What the requesting State asks leave for, where it asks for any. */
export function CaseConsents({ found, now }: { readonly found: Case; readonly now: number }) {
  const text = useText();
  const { consents, timeline, respondingState } = found;
  if (consents.length === 0) return null;
  return (
    <section className={classes['panel'] ?? ''} aria-labelledby="consents">
      <Title order={2} size="h4" id="consents" mb="xs">
        {text('matters.consents')}
      </Title>
      <ConsentClocks
        questions={consentQuestions(consents, timeline)}
        respondingState={respondingState}
        now={now}
      />
    </section>
  );
}
