import { useCodes } from '../language/use-codes';
import type { Item } from './item-facts';

/** What a thing is, as closely as it is known. */
export function ItemType({ item }: { readonly item: Item }) {
  const code = useCodes();
  if (item.type !== undefined) return <>{code('armType', item.type)}</>;
  if (item.part !== undefined) return <>{code('part', item.part)}</>;
  return <>{code('itemKind', item.kind)}</>;
}
