import { Anchor, Group, Skeleton, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { answerOf, api } from '../api/client';
import { useCodes } from '../language/use-codes';
import { useText } from '../language/use-text';
import type { Case } from './case.query';
import classes from './responding.module.css';

type Photograph = NonNullable<Case['photographs']>[number];

export function CasePhotographs({ photographs }: { readonly photographs: readonly Photograph[] }) {
  return (
    <Group mt="sm" gap="sm" align="flex-start">
      {photographs.map((photograph) => (
        <CasePhotograph key={photograph.sha256} photograph={photograph} />
      ))}
    </Group>
  );
}

function CasePhotograph({ photograph }: { readonly photograph: Photograph }) {
  const text = useText();
  const code = useCodes();
  const { sha256, view, arrived } = photograph;
  const shown = usePhotograph(arrived ? sha256 : undefined);
  const name = code('view', view);
  if (!arrived || shown === 'failed') {
    return (
      <Text size="sm" c="dimmed">
        {name} · {text(arrived ? 'responding.photographFailed' : 'responding.photographUnderWay')}
      </Text>
    );
  }
  if (shown === undefined)
    return <Skeleton w={160} h={120} role="status" aria-label={text('shell.loading')} />;
  return (
    <Anchor href={shown} target="_blank" rel="noreferrer" size="sm">
      <img
        className={classes['photograph'] ?? ''}
        src={shown}
        alt={text('responding.photograph', { view: name })}
      />
      <Text size="xs">{name}</Text>
    </Anchor>
  );
}

/** Its bytes are read under the reader's own name, and kept no longer than they are shown. */
function usePhotograph(sha256: string | undefined): string | undefined {
  const [shown, setShown] = useState<string>();
  useEffect(() => {
    if (sha256 === undefined) return undefined;
    let address: string | undefined;
    let left = false;
    const asked = api.GET('/v1/photographs/{sha256}', { params: { path: { sha256 } }, parseAs: 'blob' });
    void answerOf<Blob>(asked).then(
      (bytes) => {
        if (left) return;
        address = URL.createObjectURL(bytes);
        setShown(address);
      },
      () => {
        if (!left) setShown('failed');
      },
    );
    return () => {
      left = true;
      if (address !== undefined) URL.revokeObjectURL(address);
    };
  }, [sha256]);
  return shown;
}
