import { Alert, Button, Group, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Problem } from '../api/problem';
import { useKeys } from '../app/keys';
import { useWriteQueue } from '../data/desk-data';
import { useText } from '../language/use-text';
import { type Act, actsOn, type FormAct, type PlainAct } from './case-acts';
import type { Case } from './case.query';
import { draftOf, labelOf } from './act-draft';
import { ButtonLink } from '../app/links';

const isPlain = (act: Act): act is PlainAct => act === 'acknowledge' || act === 'start-search';

/** What this desk may do with the case now. */
export function ActBar({ found }: { readonly found: Case }) {
  const text = useText();
  const navigate = useNavigate();
  const queue = useWriteQueue();
  const [sending, setSending] = useState<PlainAct>();
  const [problem, setProblem] = useState<Problem>();
  const acts = actsOn(found);
  const { id } = found;
  const open = (act: FormAct) => void navigate({ to: '/cases/$id/$act', params: { id, act } });
  const send = async (act: PlainAct) => {
    setSending(act);
    setProblem(undefined);
    const outcome = await queue.submit(draftOf(act, found, found.version, {}));
    setSending(undefined);
    if (outcome.kind === 'refused') setProblem(outcome.problem);
  };
  const now = (act: Act) => {
    if (!acts.includes(act)) return;
    if (isPlain(act)) void send(act);
    else open(act);
  };
  useKeys([
    { keys: 'a', label: 'responding.acknowledge', act: () => now('acknowledge') },
    { keys: 'w', label: 'responding.answer', act: () => now('answer') },
    { keys: 'r', label: 'responding.refuse', act: () => now('refuse') },
    { keys: 'u', label: 'responding.backToCases', act: () => void navigate({ to: '/cases' }) },
  ]);
  return (
    <>
      {acts.length > 0 && (
        <Group gap="xs" role="group" aria-label={text('responding.acts')} data-not-printed>
          {acts.map((act, place) =>
            isPlain(act) ? (
              <Button
                key={act}
                size="xs"
                variant={place === 0 ? 'filled' : 'default'}
                loading={sending === act}
                onClick={() => void send(act)}
              >
                {text(labelOf(act))}
              </Button>
            ) : (
              <ButtonLink
                key={act}
                size="xs"
                variant={place === 0 ? 'filled' : 'default'}
                to="/cases/$id/$act"
                params={{ id, act }}
              >
                {text(labelOf(act))}
              </ButtonLink>
            ),
          )}
        </Group>
      )}
      <div role="status">
        {problem && (
          <Alert variant="outline" color="red" title={text('responding.notDone')}>
            <Text size="sm">
              {problem.code === 'version-conflict' ? text('responding.changedMeanwhile') : problem.detail}
            </Text>
          </Alert>
        )}
      </div>
    </>
  );
}
