import { isIllegible, type Item, type SerialRecord } from '@vestigo/arms';
import type { Fault } from '@vestigo/kernel';
import type { DraftContent } from './request-content';
import { told } from './told';

export function itemsAreNumbered({ items }: DraftContent): readonly Fault[] {
  return items.flatMap(({ number }, index) =>
    told(number !== index + 1, `/items/${String(index)}/number`, `must be ${String(index + 1)}, its place`),
  );
}

export function serialsDoNotContradictThemselves({ items }: DraftContent): readonly Fault[] {
  return items.flatMap((item, index) =>
    serialsOf(item).flatMap(([path, serial]) => serialFaults(`/items/${String(index)}${path}`, serial)),
  );
}

function serialFaults(pointer: string, serial: SerialRecord): readonly Fault[] {
  const { asObserved, condition, uncertainPositions = [], restoredBy } = serial;
  const length = asObserved === undefined ? 0 : Array.from(asObserved).length;
  const positions = uncertainPositions.map(({ position }) => position);
  return [
    ...told(
      isIllegible(serial) && asObserved !== undefined,
      `${pointer}/asObserved`,
      `cannot be read on a serial that is ${condition}`,
    ),
    ...told(
      positions.some((position) => position > length) || new Set(positions).size !== positions.length,
      `${pointer}/uncertainPositions`,
      'must name each place once, and only places of the text as observed',
    ),
    ...told(
      restoredBy !== undefined && condition !== 'RESTORED',
      `${pointer}/restoredBy`,
      'is for a serial that is RESTORED',
    ),
  ];
}

function serialsOf(item: Item): readonly (readonly [string, SerialRecord])[] {
  if (item.kind === 'AMMUNITION') return [];
  const own = item.serial ? [['/serial', item.serial] as const] : [];
  if (item.kind === 'PART') return own;
  const others = (item.partSerials ?? []).map(
    (serial, index) => [`/partSerials/${String(index)}`, serial] as const,
  );
  return [...own, ...others];
}

/** A photograph shows an item of this request, and a mark is shown on a photograph of this request. */
export function photographsAreListed({ photographs = [], items }: DraftContent): readonly Fault[] {
  const digests = new Set(photographs.map(({ sha256 }) => sha256));
  return [
    ...photographs.flatMap(({ item }, index) =>
      told(
        item !== undefined && item > items.length,
        `/photographs/${String(index)}/item`,
        'must be the number of an item of this request',
      ),
    ),
    ...items.flatMap((item, index) =>
      (item.kind === 'AMMUNITION' ? [] : (item.otherMarks ?? [])).flatMap(({ photograph }, mark) =>
        told(
          photograph !== undefined && !digests.has(photograph),
          `/items/${String(index)}/otherMarks/${String(mark)}/photograph`,
          'must be the digest of a photograph of this request',
        ),
      ),
    ),
  ];
}
