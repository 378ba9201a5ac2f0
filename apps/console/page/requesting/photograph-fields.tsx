import { Alert, Button, FileButton, Group, Loader, Paper, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useWriteQueue } from '../data/desk-data';
import { useText } from '../language/use-text';
import { VIEWS } from './code-lists';
import { CodeSelect, useForm } from './form-fields';
import { Photograph } from './photograph';
import { isRecord, listAt, textAt } from '../matters/writing';

const types = 'image/jpeg,image/png,image/webp';

/** Photographs go in by themselves as they are chosen; the request names them. */
export function PhotographFields() {
  const text = useText();
  const queue = useWriteQueue();
  const { writing, put } = useForm();
  const [coming, setComing] = useState(0);
  const [failure, setFailure] = useState<string>();
  const kept = listAt(writing, '/photographs');

  const take = async (files: readonly File[]) => {
    setFailure(undefined);
    setComing(files.length);
    const arrived = [];
    for (const file of files) {
      const outcome = await queue.submit({
        method: 'POST',
        path: '/v1/photographs',
        body: { bytes: file },
        lane: 'photographs',
        label: 'requesting.photographs',
        changes: [],
      });
      // Its digest is known when it has arrived: without a link there is nothing that the request could name.
      if (outcome.kind === 'queued') await queue.discard(outcome.id);
      if (outcome.kind === 'done' && isRecord(outcome.answer)) {
        const { sha256, mediaType, bytes } = outcome.answer;
        if (sha256 && mediaType && bytes) arrived.push({ sha256, mediaType, bytes, view: 'OTHER' });
      } else {
        setFailure(outcome.kind === 'refused' ? outcome.problem.detail : text('requesting.photographNoLink'));
      }
      setComing((count) => count - 1);
    }
    if (arrived.length > 0) put('/photographs', [...kept, ...arrived]);
  };

  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {text('requesting.photographsHint')}
      </Text>
      <Group align="flex-start">
        {kept.map((one, index) => (
          <Paper key={textAt(one, '/sha256')} withBorder p="xs" w={220}>
            <Photograph
              sha256={textAt(one, '/sha256')}
              name={text('requesting.photographNumber', { number: index + 1 })}
            />
            <CodeSelect
              at={`/photographs/${index}/view`}
              label={text('requesting.view')}
              kind="view"
              codes={VIEWS}
              usual="OTHER"
            />
            <Button
              size="compact-xs"
              mt="xs"
              variant="subtle"
              color="red.9"
              c="var(--mantine-color-error)"
              onClick={() =>
                put(
                  '/photographs',
                  kept.filter((_, place) => place !== index),
                )
              }
            >
              {text('requesting.removePhotograph', { number: index + 1 })}
            </Button>
          </Paper>
        ))}
      </Group>
      <Group>
        <FileButton multiple accept={types} onChange={(files) => void take(files)}>
          {(opening) => (
            <Button {...opening} id="field-photographs" variant="default" size="xs" disabled={coming > 0}>
              {text('requesting.addPhotographs')}
            </Button>
          )}
        </FileButton>
        {coming > 0 && <Loader size="xs" role="status" aria-label={text('shell.sending')} />}
      </Group>
      {failure !== undefined && (
        <Alert color="red" variant="outline" role="alert">
          {failure}
        </Alert>
      )}
    </Stack>
  );
}
