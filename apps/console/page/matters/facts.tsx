import type { ReactNode } from 'react';
import { FormattedNumber } from 'react-intl';
import { FreeText } from '../language/free-text';
import { StateName } from '../language/state-name';
import { useCodes } from '../language/use-codes';
import { useText } from '../language/use-text';
import { type Fact, factsOf } from './item-facts';
import classes from './matters.module.css';
import { SerialText } from './serial-text';
import type { Writing } from './writing';

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

/** What is told of an arm, a part or a lot of ammunition. */
export function ItemFacts({ item }: { readonly item: Writing }) {
  const text = useText();
  return (
    <Facts>
      {factsOf(item).map((fact, index) => (
        <Named key={index} name={text(fact.label)}>
          <FactValue fact={fact} />
        </Named>
      ))}
    </Facts>
  );
}

function FactValue({ fact }: { readonly fact: Fact }) {
  const text = useText();
  const code = useCodes();
  if ('kind' in fact) return <Marked text={fact.text}>{code(fact.kind, fact.code)}</Marked>;
  if ('state' in fact) {
    return (
      <Marked text={fact.text}>
        <StateName code={fact.state} />
      </Marked>
    );
  }
  if ('text' in fact) return <FreeText>{fact.text}</FreeText>;
  if ('serial' in fact) return <SerialText serial={fact.serial} />;
  if ('number' in fact) return <FormattedNumber value={fact.number} useGrouping={false} />;
  return <>{text(fact.says)}</>;
}

/** What stands there, as it was written, before what it is. */
function Marked({ text, children }: { readonly text: string | undefined; readonly children: ReactNode }) {
  return (
    <>
      {text !== undefined && (
        <>
          <strong>
            <FreeText>{text}</FreeText>
          </strong>
          {' · '}
        </>
      )}
      {children}
    </>
  );
}
