import { Alert, Button, Group, Text } from '@mantine/core';
import { useState, useSyncExternalStore } from 'react';
import { useText } from '../language/use-text';
import { newerPage } from '../worker/register';
import classes from './shell.module.css';

/** Offers a newer version of the page, wherever one stands on it: nobody's form is taken away from under the hands. */
export function NewerVersion() {
  const text = useText();
  const load = useSyncExternalStore(newerPage.subscribe, newerPage.get);
  const [later, setLater] = useState(false);
  return (
    <div role="status" className={classes['newer']} data-shown={load !== undefined && !later}>
      {load && !later && (
        <Alert variant="outline" m="sm" p="xs">
          <Group gap="sm">
            <Text size="sm">{text('shell.newer')}</Text>
            <Button size="compact-sm" onClick={load}>
              {text('shell.newerLoad')}
            </Button>
            <Button size="compact-sm" variant="default" onClick={() => setLater(true)}>
              {text('shell.newerLater')}
            </Button>
          </Group>
        </Alert>
      )}
    </div>
  );
}
