import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { Refused } from '../api/problem';
import { answerOf, api } from '../api/client';
import { useText } from '../language/use-text';
import type { QueueFilter } from './queue-filter';

const FORMATS = ['csv', 'json'] as const;
type Format = (typeof FORMATS)[number];

/** Own cases as one file, with what the handling conditions allow out. */
export function ExportCases({ status }: { readonly status: QueueFilter['status'] }) {
  const text = useText();
  const load = useMutation({
    mutationFn: async (format: Format) => {
      const query = { format, ...(status && { status }) };
      const file = await answerOf<Blob>(api.GET('/v1/cases/export', { params: { query }, parseAs: 'blob' }));
      return { file, format };
    },
    onSuccess: ({ file, format }) => offer(file, `cases.${format}`),
  });
  return (
    <>
      {load.error && (
        <span role="alert">
          {load.error instanceof Refused ? load.error.problem.detail : text('shell.unreachable')}
        </span>
      )}
      <Menu position="bottom-end">
        <Menu.Target>
          <Button
            variant="default"
            size="xs"
            loading={load.isPending}
            leftSection={<IconDownload size={16} aria-hidden />}
          >
            {text('responding.export')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {FORMATS.map((format) => (
            <Menu.Item key={format} onClick={() => load.mutate(format)}>
              {format.toUpperCase()}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </>
  );
}

function offer(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
