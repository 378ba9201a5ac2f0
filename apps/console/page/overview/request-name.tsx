import { Code } from '@mantine/core';
import classes from './overview.module.css';

/** The end of an id tells requests of one day apart; the whole of it stands in the title. */
export function RequestName({ requestId }: { readonly requestId: string }) {
  return (
    <Code title={requestId} dir="ltr" fw={400} className={classes['requestName'] ?? ''}>
      …{requestId.slice(-12)}
    </Code>
  );
}
