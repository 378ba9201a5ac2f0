import { Table, Text } from '@mantine/core';
import { WideTable } from '../app/wide-table';
import { FreeText } from '../language/free-text';
import { StateName } from '../language/state-name';
import { useCodes } from '../language/use-codes';
import { useText } from '../language/use-text';
import type { Case } from './case.query';

type Chain = NonNullable<NonNullable<Case['answers']>[number]['chain']>;

/** From hand to hand, as the registers have it (Firearms Protocol 7). */
export function ChainOfCustody({ chain }: { readonly chain: Chain }) {
  const text = useText();
  const code = useCodes();
  return (
    <WideTable name={text('responding.chain')} minWidth={480}>
      <Table aria-label={text('responding.chain')} fz="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{text('responding.linkRole')}</Table.Th>
            <Table.Th scope="col">{text('responding.linkDate')}</Table.Th>
            <Table.Th scope="col">{text('responding.linkParties')}</Table.Th>
            <Table.Th scope="col">{text('responding.linkState')}</Table.Th>
            <Table.Th scope="col">{text('responding.linkPapers')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {chain.map((link, index) => (
            <Table.Tr key={index}>
              <Table.Th scope="row">{code('chainRole', link.role ?? '')}</Table.Th>
              <Table.Td>{link.date ?? '–'}</Table.Td>
              <Table.Td>
                {link.from !== undefined && <FreeText>{link.from}</FreeText>}
                {link.to !== undefined && (
                  <Text size="sm">
                    {text('responding.linkToShort')} <FreeText>{link.to}</FreeText>
                  </Text>
                )}
              </Table.Td>
              <Table.Td>{link.state === undefined ? '–' : <StateName code={link.state} />}</Table.Td>
              <Table.Td>
                <FreeText>
                  {[link.documentReference, link.licence?.reference]
                    .filter((part) => part !== undefined)
                    .join(', ') || '–'}
                </FreeText>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </WideTable>
  );
}
