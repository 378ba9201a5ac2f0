import { Alert, List, Stack, Text, Title } from '@mantine/core';
import { StateName } from '../language/state-name';
import { useCodes } from '../language/use-codes';
import { useText } from '../language/use-text';
import type { Case } from './case.query';
import { conditionWords } from './condition-words';
import { ChainOfCustody } from './chain-of-custody';
import { Facts, Named, NamedText } from '../matters/facts';

interface ItemReplyProps {
  readonly found: Case;
  readonly item: number;
}

/** What this desk has said on one item, and what is worth a second look. */
export function ItemReply({ found, item }: ItemReplyProps) {
  const text = useText();
  const code = useCodes();
  const answers = (found.answers ?? []).filter((answer) => answer.item === item);
  const warnings = (found.warnings ?? []).filter((warning) => warning.item === item);
  if (answers.length === 0) return null;
  return (
    <Stack gap="sm" mt="md">
      <Title order={3} size="h5">
        {text('responding.whatWasAnswered')}
      </Title>
      {answers.map((answer, index) => (
        <Stack key={index} gap="xs">
          <Facts>
            <Named name={text('responding.outcome')}>{code('outcome', answer.outcome ?? '')}</Named>
            <NamedText name={text('responding.lastLegalHolder')} text={answer.lastLegalHolder} />
            {answer.lastLegalHolderKind && (
              <Named name={text('responding.holderKind')}>{code('holder', answer.lastLegalHolderKind)}</Named>
            )}
            {answer.onwardState && (
              <Named name={text('responding.onwardState')}>
                <StateName code={answer.onwardState} />
              </Named>
            )}
            {answer.stolenLostMatch && (
              <NamedText name={text('responding.stolenLost')} text={answer.stolenLostMatch.reference} />
            )}
            {answer.pointOfDiversion?.cause !== undefined && (
              <Named name={text('responding.pointOfDiversion')}>
                {code('cause', answer.pointOfDiversion.cause)}
              </Named>
            )}
            <NamedText name={text('responding.place')} text={answer.pointOfDiversion?.place} />
            <NamedText name={text('responding.document')} text={answer.documentReference} />
            <NamedText name={text('matters.remarks')} text={answer.remarks} />
            {answer.restriction?.ground !== undefined && (
              <Named name={text('responding.restrictedOn')}>
                {code('ground', answer.restriction.ground)}
              </Named>
            )}
            <NamedText name={text('responding.reason')} text={answer.restriction?.reason} />
          </Facts>
          {answer.chain && answer.chain.length > 0 && <ChainOfCustody chain={answer.chain} />}
          {answer.conditions && answer.conditions.length > 0 && (
            <List size="sm">
              {answer.conditions.map((condition, place) => (
                <List.Item key={place}>{conditionWords(condition, text, code)}</List.Item>
              ))}
            </List>
          )}
        </Stack>
      ))}
      {warnings.length > 0 && (
        <Alert variant="outline" color="gray" title={text('responding.secondLook')}>
          {warnings.map((warning, place) => (
            <Text key={place} size="sm">
              {code('warning', warning.code)}
            </Text>
          ))}
        </Alert>
      )}
    </Stack>
  );
}
