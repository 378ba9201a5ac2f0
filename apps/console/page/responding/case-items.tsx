import { Badge, Group, Stack, Title } from '@mantine/core';
import { useCodes } from '../language/use-codes';
import { useText } from '../language/use-text';
import type { Case } from './case.query';
import { CasePhotographs } from './case-photographs';
import { ItemFacts } from '../matters/facts';
import { ItemType } from '../matters/item-type';
import { recordOf } from '../matters/writing';
import { ItemReply } from './item-reply';
import classes from './responding.module.css';

type Item = NonNullable<Case['content']>['items'][number];

/** What the request asks about, each with its marks, its photographs, and what was said on it. */
export function CaseItems({ found }: { readonly found: Case }) {
  return (
    <Stack gap="md">
      {(found.content?.items ?? []).map((item) => (
        <CaseItem key={item.number} item={item} found={found} />
      ))}
    </Stack>
  );
}

function CaseItem({ item, found }: { readonly item: Item; readonly found: Case }) {
  const text = useText();
  const code = useCodes();
  const { number } = item;
  const told = recordOf(item);
  const name = `item-${number}`;
  const standing = found.matter.items.find((one) => one.item === number);
  const photographs = (found.photographs ?? []).filter((one) => (one.item ?? number) === number);
  return (
    <section className={classes['panel'] ?? ''} aria-labelledby={name}>
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h4" id={name}>
          {text('responding.itemTitle', { number })} · <ItemType item={told} />
        </Title>
        <Badge variant="outline" color="gray" radius="sm" tt="none">
          {standing?.result ? code('result', standing.result) : text('responding.nothingSaid')}
        </Badge>
      </Group>
      <ItemFacts item={told} />
      {photographs.length > 0 && <CasePhotographs photographs={photographs} />}
      <ItemReply found={found} item={number} />
    </section>
  );
}
