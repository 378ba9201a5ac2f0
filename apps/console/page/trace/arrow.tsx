import { useDirection } from '@mantine/core';

/** From one State to the next, in the direction in which its reader reads. */
export function Arrow() {
  const { dir } = useDirection();
  return dir === 'rtl' ? ' ← ' : ' → ';
}
