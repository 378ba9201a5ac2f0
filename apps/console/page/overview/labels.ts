export interface Marked {
  readonly code: string;
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

export interface Labelled extends Marked {
  /** The middle of the foot of the name. */
  readonly nameX: number;
  readonly nameY: number;
}

/** Pixels: of a letter at the size of the map's names, of their line, and between a point and its name. */
const [letter, line, gap] = [7.6, 16, 8];

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Names beside their points, where they cover neither another name nor another point; below it where nowhere is free. */
export function labelsOf(points: readonly Marked[]): readonly Labelled[] {
  const taken: Box[] = points.map(({ x, y }) => ({ left: x - 5, right: x + 5, top: y - 5, bottom: y + 5 }));
  return points.map((point) => {
    const places = placesOf(point);
    const free = places.find((place) => !taken.some((box) => overlap(box, boxOf(place))));
    const chosen = free ?? places[0] ?? { ...point, nameX: point.x, nameY: point.y };
    taken.push(boxOf(chosen));
    return chosen;
  });
}

/** Below, above, after, before, then further away. */
function placesOf(point: Marked): readonly Labelled[] {
  const { name, x, y } = point;
  const aside = (name.length * letter) / 2 + gap;
  const at = (nameX: number, nameY: number): Labelled => ({ ...point, nameX, nameY });
  return [
    at(x, y + gap + line - 4),
    at(x, y - gap),
    at(x + aside, y + 5),
    at(x - aside, y + 5),
    at(x + aside, y + line + 6),
    at(x - aside, y + line + 6),
    at(x + aside, y - line),
    at(x - aside, y - line),
  ];
}

function boxOf({ name, nameX, nameY }: Labelled): Box {
  const half = (name.length * letter) / 2;
  return { left: nameX - half, right: nameX + half, top: nameY - line + 4, bottom: nameY + 4 };
}

const overlap = (one: Box, other: Box) =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
