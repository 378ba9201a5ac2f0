import { Paper, Stack, Title } from '@mantine/core';
import { FreeText } from '../language/free-text';
import { StateName } from '../language/state-name';
import { type CodeKind, useCodes } from '../language/use-codes';
import { useText } from '../language/use-text';
import { PriorChecks } from '../matters/prior-checks';
import { Facts } from './facts';
import { SerialText } from './serial-text';
import { isRecord, listAt, textAt, textsAt, valueAt, type Writing } from './writing';

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
    <Facts
      facts={[
        [text('requesting.acquisition'), coded('acquisition', '/acquisitionMode')],
        [text('requesting.foundOn'), said('/recoveredOn')],
        [text('requesting.foundAt'), written(said('/recoveryPlace'))],
        [text('requesting.placeState'), placeState !== '' && <StateName code={placeState} />],
        [text('requesting.placeArea'), written(said('/recoveredAt/area'))],
        [text('requesting.latitude'), said('/recoveredAt/latitude')],
        [text('requesting.longitude'), said('/recoveredAt/longitude')],
        [text('requesting.contexts'), list('context', '/contexts')],
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
              {text('requesting.itemNumber', { number })}
            </Title>
            <ItemContent item={item} />
          </Paper>
        );
      })}
    </Stack>
  );
}

function ItemContent({ item }: { readonly item: Writing }) {
  const text = useText();
  const code = useCodes();
  const said = (pointer: string) => textAt(item, pointer);
  const serial = valueAt(item, '/serial');
  const imports = listAt(item, '/importMarks').map((mark, index) => (
    <div key={index}>
      {textAt(mark, '/country') !== '' && <StateName code={textAt(mark, '/country')} />}{' '}
      {textAt(mark, '/year')} {written(textAt(mark, '/text'))}
    </div>
  ));
  const others = listAt(item, '/otherMarks').map((mark, index) => (
    <div key={index}>{written(textAt(mark, '/text'))}</div>
  ));
  const partSerials = listAt(item, '/partSerials')
    .filter(isRecord)
    .map((one, index) => (
      <div key={index}>
        <SerialText serial={one} />
      </div>
    ));
  const state = said('/countryOfManufacture');
  return (
    <Facts
      facts={[
        [text('requesting.kind'), said('/kind') !== '' && code('itemKind', said('/kind'))],
        [text('requesting.type'), said('/type') !== '' && code('armType', said('/type'))],
        [text('requesting.part'), said('/part') !== '' && code('part', said('/part'))],
        [text('requesting.make'), written(said('/make'))],
        [text('requesting.model'), written(said('/model'))],
        [text('requesting.calibre'), written(said('/calibre'))],
        [text('requesting.serial'), isRecord(serial) && <SerialText serial={serial} />],
        [text('requesting.serialsElsewhere'), partSerials.length > 0 && partSerials],
        [text('requesting.madeIn'), state !== '' && <StateName code={state} />],
        [text('requesting.madeYear'), said('/yearOfManufacture')],
        [text('requesting.importMarks'), imports.length > 0 && imports],
        [text('requesting.otherMark'), others.length > 0 && others],
        [text('requesting.lot'), written(said('/lot'))],
        [text('requesting.headstampMaker'), written(said('/headstamp/makerCode'))],
        [text('requesting.headstampYear'), said('/headstamp/year')],
        [text('requesting.quantity'), said('/quantity')],
        [text('requesting.tampered'), valueAt(item, '/markTampering') === true && '✓'],
        [text('requesting.remarks'), written(said('/remarks'))],
      ]}
    />
  );
}
