import { Paper, Stack, Title } from '@mantine/core';
import { FreeText } from '../language/free-text';
import { StateName } from '../language/state-name';
import { type CodeKind, useCodes } from '../language/use-codes';
import { useText } from '../language/use-text';
import { FactList } from '../matters/fact-list';
import { ItemFacts } from '../matters/facts';
import { ItemType } from '../matters/item-type';
import { PriorChecks } from '../matters/prior-checks';
import { isRecord, listAt, textAt, textsAt, valueAt, type Writing } from '../matters/writing';

const written = (value: string) => value !== '' && <FreeText>{value}</FreeText>;

/** What was asked, as it was written, in the officer's order. */
export function RequestContent({ content }: { readonly content: Writing }) {
  const text = useText();
  const code = useCodes();
  const said = (pointer: string) => textAt(content, pointer);
  const coded = (kind: CodeKind, pointer: string) => said(pointer) !== '' && code(kind, said(pointer));
  const list = (kind: CodeKind, pointer: string) =>
    textsAt(content, pointer)
      .map((one) => code(kind, one))
      .join(' · ');
  const placeState = said('/recoveredAt/state');
  const contact = ['unit', 'officer', 'telephone', 'email']
    .flatMap((member) => said(`/contact/${member}`) || [])
    .join(' · ');
  const checks = listAt(content, '/priorChecks').map((check) => ({
    register: textAt(check, '/register'),
    result: textAt(check, '/result'),
    ...(textAt(check, '/on') !== '' && { on: textAt(check, '/on') }),
    ...(textAt(check, '/remarks') !== '' && { remarks: textAt(check, '/remarks') }),
  }));
  return (
    <FactList
      facts={[
        [text('requesting.acquisition'), coded('acquisition', '/acquisitionMode')],
        [text('requesting.foundOn'), said('/recoveredOn')],
        [text('requesting.foundAt'), written(said('/recoveryPlace'))],
        [text('requesting.placeState'), placeState !== '' && <StateName code={placeState} />],
        [text('requesting.placeArea'), written(said('/recoveredAt/area'))],
        [text('requesting.latitude'), said('/recoveredAt/latitude')],
        [text('requesting.longitude'), said('/recoveredAt/longitude')],
        [text('matters.contexts'), list('context', '/contexts')],
        [text('requesting.circumstances'), written(said('/circumstances'))],
        [text('requesting.grounds'), list('illicitGround', '/illicitGrounds')],
        [text('requesting.licitCrime'), valueAt(content, '/licitCrime') === true && '✓'],
        [text('requesting.regimes'), list('regime', '/regimes')],
        [text('requesting.legalBasis'), written(said('/legalBasis'))],
        [text('requesting.use'), coded('intendedUse', '/intendedUse')],
        [text('requesting.useText'), written(said('/intendedUseText'))],
        [text('requesting.sought'), list('sought', '/informationSought')],
        [text('requesting.priority'), coded('priority', '/priority')],
        [text('requesting.justification'), written(said('/justification'))],
        [text('requesting.reference'), written(said('/reference'))],
        [text('matters.checks'), checks.length > 0 && <PriorChecks checks={checks} />],
        [text('requesting.limitsOffered'), list('condition', '/restrictionsProposed')],
        [text('requesting.limitsDenied'), list('condition', '/cannotComplyWith')],
        [text('requesting.limitsReason'), written(said('/cannotComplyReason'))],
        [text('requesting.contact'), written(contact)],
        [text('matters.channel'), coded('channel', '/channel')],
      ]}
    />
  );
}

/** Each thing that is asked about, with its marks. */
export function ItemsContent({ content }: { readonly content: Writing }) {
  const text = useText();
  const items = listAt(content, '/items').filter(isRecord);
  return (
    <Stack gap="sm">
      {items.map((item, index) => {
        const number = Number(textAt(item, '/number')) || index + 1;
        return (
          <Paper key={number} withBorder p="sm">
            <Title order={3} size="h6" mb={4}>
              {text('requesting.itemNumber', { number })} · <ItemType item={item} />
            </Title>
            <ItemFacts item={item} />
          </Paper>
        );
      })}
    </Stack>
  );
}
