/** The numbers of the items of a request; the arm of a request that numbers none is item 1. */
export function itemNumbersOf(content: object): readonly number[] {
  const items: unknown = 'items' in content ? content.items : undefined;
  const numbers = Array.isArray(items) ? items.flatMap(numberOf) : [];
  return numbers.length > 0 ? numbers : [1];
}

function numberOf(item: unknown): readonly number[] {
  if (typeof item !== 'object' || item === null || !('number' in item)) return [];
  return typeof item.number === 'number' ? [item.number] : [];
}
