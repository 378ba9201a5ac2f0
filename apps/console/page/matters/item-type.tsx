import { useCodes } from '../language/use-codes';
import { textAt, type Writing } from './writing';

/** What a thing is, as closely as it is known. */
export function ItemType({ item }: { readonly item: Writing }) {
  const code = useCodes();
  const type = textAt(item, '/type');
  const part = textAt(item, '/part');
  if (type !== '') return <>{code('armType', type)}</>;
  if (part !== '') return <>{code('part', part)}</>;
  return <>{code('itemKind', textAt(item, '/kind') || 'ARM')}</>;
}
