import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { ButtonLink } from '../app/links';
import { useText } from '../language/use-text';
import type { Act } from './acts';
import type { RequestDetail } from './request.query';
import classes from './requesting.module.css';
import { useAct } from './use-act';

const approval: Act = {
  path: 'approval',
  label: 'requesting.approve',
  says: 'requesting.draftSays',
  fields: [],
  from: ['draft'],
};
const submission: Act = {
  path: 'submission',
  label: 'requesting.send',
  says: 'requesting.draftSays',
  fields: [],
  from: ['draft', 'approved'],
};

/** A draft is written on, approved by a second officer where the State asks for that, and sent. */
export function DraftActs({ request }: { readonly request: RequestDetail }) {
  const text = useText();
  const approve = useAct(request, approval);
  const send = useAct(request, submission);
  const faults = [...approve.faults, ...send.faults];
  const conflict = approve.conflictAfter ?? send.conflictAfter;
  return (
    <Stack gap="xs" className={classes['unprinted'] ?? ''}>
      <Text size="sm">{text('requesting.draftSays')}</Text>
      <Group gap="xs">
        <ButtonLink to="/requests/new" search={{ draft: request.id }} size="xs" variant="default">
          {text('requesting.writeOn')}
        </ButtonLink>
        <Button size="xs" variant="outline" loading={approve.busy} onClick={() => void approve.perform({})}>
          {text('requesting.approve')}
        </Button>
        <Button size="xs" loading={send.busy} onClick={() => void send.perform({})}>
          {text('requesting.send')}
        </Button>
      </Group>
      {conflict !== undefined && (
        <Alert role="alert" color="yellow" variant="outline">
          {text('requesting.conflict')}
        </Alert>
      )}
      {faults.map((fault) => (
        <Alert key={fault.pointer} role="alert" color="red" variant="outline">
          {'says' in fault ? (
            text(fault.says)
          ) : (
            <span lang="en" dir="ltr">
              {fault.detail}
            </span>
          )}
        </Alert>
      ))}
    </Stack>
  );
}
