import { Button, CopyButton } from '@mantine/core';
import { useText } from '../language/use-text';

/** The address as it is, for a colleague. */
export function CopyLink() {
  const text = useText();
  return (
    <CopyButton value={location.href}>
      {({ copied, copy }) => (
        <Button size="compact-xs" variant="subtle" onClick={copy}>
          {text(copied ? 'matters.linkCopied' : 'matters.copyLink')}
        </Button>
      )}
    </CopyButton>
  );
}
