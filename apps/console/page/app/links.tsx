import { Anchor, type AnchorProps, Button, type ButtonProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, Ref } from 'react';

type Address = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof ButtonProps | keyof AnchorProps> & {
  readonly ref?: Ref<HTMLAnchorElement>;
};

/** A way to another screen, in the words of the text. */
export const AnchorLink = createLink((props: AnchorProps & Address) => <Anchor {...props} />);

/** The same as a button: it is an address all the same, and opens in a new tab when that is asked for. */
export const ButtonLink = createLink((props: ButtonProps & Address) => <Button component="a" {...props} />);
