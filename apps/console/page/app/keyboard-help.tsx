import { Kbd, Table } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { useText } from '../language/use-text';
import type { Role } from '../sign-in/actor';
import { Dialog } from './dialog';
import { useKeys, useKnownKeys } from './keys';
import { placesOf } from './navigation';

/** `?` lists the keys of this screen; `g` and a letter goes somewhere. */
export function KeyboardHelp({ role }: { readonly role: Role }) {
  const text = useText();
  const navigate = useNavigate();
  const [opened, { open, close }] = useDisclosure(false);
  useKeys([
    { keys: '?', label: 'shell.keysHelp', act: open },
    ...placesOf(role).map(({ to, label, key }) => ({
      keys: `g ${key}`,
      label,
      act: () => void navigate({ to }),
    })),
  ]);
  const known = useKnownKeys();
  return (
    <Dialog opened={opened} onClose={close} title={text('shell.keys')}>
      <Table>
        <Table.Tbody>
          {known.map(({ keys, label }) => (
            <Table.Tr key={keys}>
              <Table.Th scope="row" w={80}>
                <Kbd>{keys}</Kbd>
              </Table.Th>
              <Table.Td>{text(label)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Dialog>
  );
}
