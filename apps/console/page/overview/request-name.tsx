import { Code } from '@mantine/core';

/** The end of an id tells requests of one day apart; the whole of it stands in the title. */
export function RequestName({ requestId }: { readonly requestId: string }) {
  return <Code title={requestId}>…{requestId.slice(-12)}</Code>;
}
