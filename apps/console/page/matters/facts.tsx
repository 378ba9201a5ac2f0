import type { ReactNode } from 'react';
import { FormattedNumber } from 'react-intl';
import { FreeText } from '../language/free-text';
import { StateName } from '../language/state-name';
import { useCodes } from '../language/use-codes';
import { useText } from '../language/use-text';
import type { Fact } from './item-facts';
import classes from './responding.module.css';

/** What is known, each with its name. */
export function Facts({ children }: { readonly children: ReactNode }) {
  return <dl className={classes['facts'] ?? ''}>{children}</dl>;
}

interface NamedProps {
  readonly name: string;
  readonly children: ReactNode;
}

export function Named({ name, children }: NamedProps) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

/** What somebody wrote; nothing where nobody did. */
export function NamedText({ name, text }: { readonly name: string; readonly text: string | undefined }) {
  return text === undefined || text === '' ? null : (
    <Named name={name}>
      <FreeText>{text}</FreeText>
    </Named>
  );
}

export function FactLine({ fact }: { readonly fact: Fact }) {
  const text = useText();
  return (
    <Named name={text(fact.label)}>
      <FactValue fact={fact} />
    </Named>
  );
}

function FactValue({ fact }: { readonly fact: Fact }) {
  const text = useText();
  const code = useCodes();
  if ('kind' in fact) {
    return (
      <>
        {fact.text !== undefined && fact.text !== '' && (
          <>
            <strong>
              <FreeText>{fact.text}</FreeText>
            </strong>
            {' · '}
          </>
        )}
        {code(fact.kind, fact.code)}
      </>
    );
  }
  if ('text' in fact) return <FreeText>{fact.text}</FreeText>;
  if ('state' in fact) return <StateName code={fact.state} />;
  if ('number' in fact) return <FormattedNumber value={fact.number} useGrouping={false} />;
  return <>{text(fact.says)}</>;
}
