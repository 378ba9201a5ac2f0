import { Group, Modal, type ModalRootProps } from '@mantine/core';
import { useEffect } from 'react';
import { useText } from '../language/use-text';

interface DialogProps extends Pick<ModalRootProps, 'opened' | 'onClose' | 'size' | 'children'> {
  readonly title: string;
}

/** Keeps the keyboard while it is open, and gives it back to where it was. */
export function Dialog({ title, children, ...rest }: DialogProps) {
  const text = useText();
  const { opened } = rest;
  useEffect(() => {
    if (!opened) return undefined;
    const before = document.activeElement;
    return () => {
      // Not in the same turn: what has closed is still being taken away.
      requestAnimationFrame(() => {
        if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
      });
    };
  }, [opened]);
  return (
    <Modal.Root returnFocus={false} {...rest}>
      <Modal.Overlay />
      <Modal.Content>
        {/* Not Modal.Header, which would be a second banner of the page. */}
        <Group justify="space-between" wrap="nowrap" p="md" pb={0}>
          <Modal.Title>{title}</Modal.Title>
          <Modal.CloseButton aria-label={text('shell.close')} />
        </Group>
        <Modal.Body pt="sm">{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
