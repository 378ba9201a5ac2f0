import { List, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useText } from '../language/use-text';
import { MatterName } from '../app/matter-name';
import { crossHitsQuery } from './case.query';
import classes from './responding.module.css';
import { AnchorLink } from '../app/links';

/** Other cases of the desk that may be about the same arm; nothing where there is none. */
export function CrossHits({ id }: { readonly id: string }) {
  const text = useText();
  const { data } = useQuery(crossHitsQuery(id));
  if (!data || data.items.length === 0) return null;
  return (
    <section className={classes['panel'] ?? ''} aria-labelledby="cross-hits">
      <Title order={2} size="h4" id="cross-hits" mb="xs">
        {text('responding.crossHits')}
      </Title>
      <List size="sm">
        {data.items.map(({ item, caseId, requestingState, ofItem, likeness }) => (
          <List.Item key={`${item} ${caseId} ${ofItem}`}>
            <AnchorLink to="/cases/$id" params={{ id: caseId }} size="sm">
              <MatterName id={caseId} state={requestingState} />
            </AnchorLink>{' '}
            {text(likeness === 'SAME_KEY' ? 'responding.sameNumber' : 'responding.possiblySame', {
              item,
              ofItem,
            })}
          </List.Item>
        ))}
      </List>
    </section>
  );
}
