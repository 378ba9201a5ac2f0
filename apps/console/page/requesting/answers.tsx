import { Alert, Badge, Group, Paper, Stack, Table, Text, Title } from '@mantine/core';
import { WideTable } from '../app/wide-table';
import { ButtonLink } from '../app/links';
import { FreeText } from '../language/free-text';
import { StateName, useStateName } from '../language/state-name';
import { useCodes } from '../language/use-codes';
import { useText } from '../language/use-text';
import { FactList, type Known } from '../matters/fact-list';
import { ConditionList } from './condition-list';
import type { RequestDetail } from './request.query';
import classes from './requesting.module.css';
import { isRecord, type Json, listAt, textAt, type Writing, recordOf } from '../matters/writing';

const written = (value: string) => value !== '' && <FreeText>{value}</FreeText>;

interface AnswersProps {
  readonly request: RequestDetail;
  /** States that the answers on an item name, by its number. */
  readonly furtherStates: ReadonlyMap<number, readonly string[]>;
}

/** What was answered on each item, how it must be handled, and whom it names next. */
export function Answers({ request, furtherStates }: AnswersProps) {
  const text = useText();
  const { matter, answers = [], items = [], refusal } = request;
  const said = answers.map(recordOf);
  return (
    <Stack gap="sm">
      {refusal && <Refusal refusal={recordOf(refusal)} />}
      {(matter?.items ?? []).map(({ item, result }) => {
        const ofItem = said.filter((answer) => answer['item'] === item);
        const handled = items.find((one) => one.item === item);
        return (
          <Paper key={item} withBorder p="sm">
            <Group gap="xs" mb={4}>
              <Title order={3} size="h6">
                {text('requesting.itemNumber', { number: item })}
              </Title>
              <ResultBadge result={result} />
            </Group>
            <Stack gap="sm">
              {ofItem.map((answer, index) => (
                <Answer key={index} answer={answer} />
              ))}
              {handled && <ConditionList item={handled} giver={request.respondingState} />}
              <FollowOn id={request.id} item={item} states={furtherStates.get(item) ?? []} />
            </Stack>
          </Paper>
        );
      })}
    </Stack>
  );
}

function ResultBadge({ result }: { readonly result: string | null }) {
  const text = useText();
  const code = useCodes();
  return (
    <Badge variant="outline" color="gray">
      {result === null ? text('requesting.nothingYet') : code('result', result)}
    </Badge>
  );
}

function Refusal({ refusal }: { readonly refusal: Json }) {
  const text = useText();
  const code = useCodes();
  return (
    <Alert color="gray" variant="outline" title={text('requesting.wholeRefused')}>
      <Text size="sm">{code('ground', textAt(refusal, '/ground'))}</Text>
      <Text size="sm">{written(textAt(refusal, '/reason'))}</Text>
    </Alert>
  );
}

function Answer({ answer }: { readonly answer: Writing }) {
  const text = useText();
  const code = useCodes();
  const said = (pointer: string) => textAt(answer, pointer);
  const further = said('/onwardState');
  const holderKind = said('/lastLegalHolderKind');
  const facts: readonly Known[] = [
    [text('requesting.holder'), written(said('/lastLegalHolder'))],
    [text('requesting.holderKind'), holderKind !== '' && code('holder', holderKind)],
    [text('requesting.onward'), further !== '' && <StateName code={further} />],
    [text('requesting.document'), written(said('/documentReference'))],
    [text('requesting.stolenLost'), written(said('/stolenLostMatch/reference'))],
    [
      text('requesting.diversion'),
      said('/pointOfDiversion/cause') !== '' && code('cause', said('/pointOfDiversion/cause')),
    ],
    [text('requesting.diversionPlace'), written(said('/pointOfDiversion/place'))],
    [
      text('requesting.heldBack'),
      said('/restriction/ground') !== '' && code('ground', said('/restriction/ground')),
    ],
    [text('requesting.reason'), written(said('/restriction/reason'))],
    [text('requesting.remarks'), written(said('/remarks'))],
  ];
  return (
    <div>
      <Text fw={600}>{code('outcome', said('/outcome'))}</Text>
      <FactList facts={facts} />
      <Custody chain={listAt(answer, '/chain').filter(isRecord)} />
    </div>
  );
}

/** From hand to hand, in the order in which the arm went. */
function Custody({ chain }: { readonly chain: readonly Writing[] }) {
  const text = useText();
  const code = useCodes();
  if (chain.length === 0) return null;
  return (
    <WideTable name={text('requesting.chain')} minWidth={480}>
      <Table aria-label={text('requesting.chain')} fz="sm" verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            {(['step', 'when', 'where', 'fromWhom', 'toWhomGone', 'document'] as const).map((name) => (
              <Table.Th key={name} scope="col">
                {text(`requesting.${name}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {chain.map((link, index) => (
            <Table.Tr key={index}>
              <Table.Th scope="row">{code('chainRole', textAt(link, '/role'))}</Table.Th>
              <Table.Td>{textAt(link, '/date')}</Table.Td>
              <Table.Td>
                {textAt(link, '/state') !== '' && <StateName code={textAt(link, '/state')} />}
              </Table.Td>
              <Table.Td>{written(textAt(link, '/from'))}</Table.Td>
              <Table.Td>{written(textAt(link, '/to'))}</Table.Td>
              <Table.Td>{written(textAt(link, '/documentReference'))}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </WideTable>
  );
}

interface FollowOnProps {
  readonly id: string;
  readonly item: number;
  readonly states: readonly string[];
}

/** The lead goes on in another State: the request to it is written already as far as the conditions allow. */
function FollowOn({ id, item, states }: FollowOnProps) {
  const text = useText();
  const name = useStateName();
  if (states.length === 0) return null;
  return (
    <Group gap="xs" className={classes['unprinted'] ?? ''}>
      {states.map((state) => (
        <ButtonLink
          key={state}

          size="xs"
          to="/requests/new"
          search={{ follow: id, item, state }}
        >
          {text('requesting.askNext', { state: name(state) })}
        </ButtonLink>
      ))}
    </Group>
  );
}
