import { Title } from '@mantine/core';
import { FreeText } from '../language/free-text';
import { StateName } from '../language/state-name';
import { useCodes } from '../language/use-codes';
import { useText } from '../language/use-text';
import { Facts, Named, NamedText } from '../matters/facts';
import { PriorChecks } from '../matters/prior-checks';
import type { Case } from './case.query';
import classes from './responding.module.css';

/** What the requesting State says of its request (ITI 17), its items apart. */
export function CaseRequest({ content }: { readonly content: NonNullable<Case['content']> }) {
  const text = useText();
  const code = useCodes();
  const { contact, recoveredAt } = content;
  const { area, latitude, longitude } = recoveredAt ?? {};
  const place = [content.recoveryPlace, area].filter((part) => part !== undefined).join(', ');
  const degrees = [latitude, longitude].map((one) => one ?? '?').join(', ');
  return (
    <section className={classes['panel'] ?? ''} aria-labelledby="request">
      <Title order={2} size="h4" id="request" mb="xs">
        {text('responding.request')}
      </Title>
      <Facts>
        <NamedText name={text('responding.reference')} text={content.reference} />
        <Named name={text('responding.priority')}>{code('priority', content.priority)}</Named>
        <NamedText name={text('responding.justification')} text={content.justification} />
        <Named name={text('responding.intendedUse')}>
          {code('intendedUse', content.intendedUse)}
          {content.intendedUseText !== undefined && (
            <>
              {' · '}
              <FreeText>{content.intendedUseText}</FreeText>
            </>
          )}
        </Named>
        {content.illicitGrounds.length > 0 && (
          <Named name={text('responding.illicitGrounds')}>
            {content.illicitGrounds.map((ground) => (
              <div key={ground}>{code('illicitGround', ground)}</div>
            ))}
          </Named>
        )}
        {content.licitCrime === true && <Named name={text('responding.licitCrime')}>✓</Named>}
        <NamedText name={text('responding.legalBasis')} text={content.legalBasis} />
        <Named name={text('responding.regimes')}>
          {content.regimes.map((one) => code('regime', one)).join(', ')}
        </Named>
        <Named name={text('responding.acquisition')}>{code('acquisition', content.acquisitionMode)}</Named>
        <NamedText name={text('responding.recoveredOn')} text={content.recoveredOn} />
        <NamedText name={text('responding.recoveryPlace')} text={place} />
        {recoveredAt?.state !== undefined && (
          <Named name={text('responding.recoveryState')}>
            <StateName code={recoveredAt.state} />
          </Named>
        )}
        {(latitude !== undefined || longitude !== undefined) && (
          <Named name={text('responding.coordinates')}>
            <bdi dir="ltr">{degrees}</bdi>
          </Named>
        )}
        {content.contexts && content.contexts.length > 0 && (
          <Named name={text('matters.contexts')}>
            {content.contexts.map((one) => code('context', one)).join(' · ')}
          </Named>
        )}
        <NamedText name={text('responding.circumstances')} text={content.circumstances} />
        {content.informationSought && (
          <Named name={text('responding.informationSought')}>
            {content.informationSought.map((sought) => (
              <div key={sought}>{code('sought', sought)}</div>
            ))}
          </Named>
        )}
        {content.priorChecks && content.priorChecks.length > 0 && (
          <Named name={text('matters.checks')}>
            <PriorChecks checks={content.priorChecks} />
          </Named>
        )}
        {content.restrictionsProposed && content.restrictionsProposed.length > 0 && (
          <Named name={text('matters.offered')}>
            {content.restrictionsProposed.map((limit) => (
              <div key={limit}>{code('condition', limit)}</div>
            ))}
          </Named>
        )}
        {content.cannotComplyWith && content.cannotComplyWith.length > 0 && (
          <Named name={text('responding.cannotComplyWith')}>
            {content.cannotComplyWith.map((condition) => (
              <div key={condition}>{code('condition', condition)}</div>
            ))}
          </Named>
        )}
        <NamedText name={text('matters.cannotReason')} text={content.cannotComplyReason} />
        <NamedText
          name={text('responding.contact')}
          text={contact && Object.values(contact).filter(Boolean).join(' · ')}
        />
      </Facts>
    </section>
  );
}
