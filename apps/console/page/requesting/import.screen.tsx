import { Alert, Anchor, Button, FileButton, Group, Radio, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { Screen } from '../app/screen';
import { useWriteQueue } from '../data/desk-data';
import { useCodes } from '../language/use-codes';
import { useText } from '../language/use-text';
import { asHandedIn, FILE_ENDINGS } from './import-file';
import { ImportReport } from './import-report';
import { type ImportProgress, templateQuery } from './imports.query';
import classes from './requesting.module.css';
import { isRecord } from '../matters/writing';

const modes = [
  'dry-run',
  'all-or-nothing',
  'valid-only',
] as const satisfies readonly ImportProgress['mode'][];

/** Many requests at once: the file is checked line by line before anything is sent. */
export function ImportScreen() {
  const text = useText();
  const code = useCodes();
  const { id } = useSearch({ from: '/desk/requests/import' });
  const [file, setFile] = useState<File | null>(null);
  const [mode, setMode] = useState<string>('dry-run');
  const { busy, failure, handIn } = useHandingIn();
  return (
    <Screen title={text('requesting.importTitle')}>
      <Stack gap="md" className={classes['form'] ?? ''}>
        <Text size="sm">{text('requesting.importSteps')}</Text>
        <Template />
        <Group gap="sm">
          <FileButton accept={FILE_ENDINGS} onChange={setFile}>
            {(opening) => (
              <Button {...opening} variant="default" size="xs">
                {text('requesting.chooseFile')}
              </Button>
            )}
          </FileButton>
          {file && <Text size="sm">{text('requesting.fileChosen', { name: file.name })}</Text>}
        </Group>
        <Radio.Group label={text('requesting.importMode')} value={mode} onChange={setMode}>
          <Stack gap={6} mt={6}>
            {modes.map((one) => (
              <Radio key={one} value={one} label={code('importMode', one)} />
            ))}
          </Stack>
        </Radio.Group>
        {failure !== undefined && (
          <Alert role="alert" color="red" variant="outline">
            <span dir="auto">{failure}</span>
          </Alert>
        )}
        <Group>
          <Button disabled={!file} loading={busy} onClick={() => file && void handIn(file, mode)}>
            {text('requesting.importStart')}
          </Button>
        </Group>
        {id !== undefined && <ImportReport id={id} />}
      </Stack>
    </Screen>
  );
}

/** Hands a file in; its import is then named in the address, so that a reload finds it again. */
function useHandingIn() {
  const text = useText();
  const queue = useWriteQueue();
  const navigate = useNavigate();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();

  const handIn = async (file: File, mode: string) => {
    setBusy(true);
    setFailure(undefined);
    const outcome = await queue.submit({
      method: 'POST',
      path: `/v1/imports?mode=${mode}`,
      body: { bytes: asHandedIn(file) },
      lane: 'imports',
      label: 'requesting.importStart',
      changes: [['requests'], ['imports']],
    });
    setBusy(false);
    if (outcome.kind === 'refused') {
      setFailure(outcome.problem.detail);
      return;
    }
    // A file that waits for a link would be sent when nobody looks for its report.
    if (outcome.kind === 'queued') {
      await queue.discard(outcome.id);
      setFailure(text('requesting.importNoLink'));
      return;
    }
    const taken = isRecord(outcome.answer) ? outcome.answer['id'] : undefined;
    if (typeof taken === 'string')
      await navigate({ to: '/requests/import', search: { id: taken }, replace: true });
  };
  return { busy, failure, handIn };
}

function Template() {
  const text = useText();
  const { data } = useQuery(templateQuery());
  if (data === undefined) return null;
  return (
    <Anchor
      size="sm"
      download="requests.csv"
      href={`data:text/csv;charset=utf-8,${encodeURIComponent(data)}`}
    >
      {text('requesting.template')}
    </Anchor>
  );
}
