import { Code } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useActor } from '../sign-in/use-session';
import classes from './overview.module.css';
import { requestPlace } from './request-place';

interface RequestNameProps {
  readonly requestId: string;
  readonly requestingState: string;
  readonly respondingState: string;
}

/** The end of an id tells requests of one day apart; the whole of it stands in the title. It leads to what the reader may see of the request. */
export function RequestName({ requestId, ...parties }: RequestNameProps) {
  const actor = useActor();
  return (
    <Link to={requestPlace(actor, parties)} params={{ id: requestId }} className={classes['link'] ?? ''}>
      <Code title={requestId} dir="ltr" fw={400} c="inherit" className={classes['requestName'] ?? ''}>
        …{requestId.slice(-12)}
      </Code>
    </Link>
  );
}
