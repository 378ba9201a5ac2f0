import { isRecord, type Json, listAt, textAt, type Writing } from './writing';

/** The request that is sent: a serial number that says nothing is left out, and one that is there says where and how it is read. */
export function bodyOf(writing: Writing): Writing {
  const { occurredAt: _, recoveredAt, ...said } = writing;
  return {
    ...said,
    ...(isRecord(recoveredAt) && { recoveredAt: placeOf(recoveredAt) }),
    items: listAt(writing, '/items').map(itemOf),
  };
}

/** Coordinates are numbers once they are written to their end; what is none is sent as it stands, and the service says so. */
function placeOf(place: Writing): Writing {
  const degrees = ['latitude', 'longitude'].flatMap((name): readonly (readonly [string, number])[] => {
    const typed = textAt(place, `/${name}`).trim().replace(',', '.');
    return /^[-+]?\d+(\.\d+)?$/.test(typed) ? [[name, Number(typed)]] : [];
  });
  return { ...place, ...Object.fromEntries(degrees) };
}

function itemOf(item: Json): Json {
  if (!isRecord(item)) return item;
  const { serial, partSerials: _, ...rest } = item;
  const others = listAt(item, '/partSerials').filter(saysSomething);
  return {
    ...rest,
    ...(isRecord(serial) && { serial: serialOf(serial) }),
    ...(others.length > 0 && { partSerials: others.map(serialOf) }),
  };
}

/** A part that was chosen is not yet a number on it. */
function saysSomething(serial: Json): serial is Writing {
  return isRecord(serial) && Object.keys(serial).some((member) => member !== 'part');
}

function serialOf(serial: Writing): Writing {
  return { part: 'FRAME_RECEIVER', condition: usualCondition(textAt(serial, '/asObserved')), ...serial };
}

/** What a number is taken for until the examiner says otherwise. */
export const usualCondition = (asObserved: string): string =>
  asObserved.includes('?') ? 'PARTIAL' : 'INTACT';

/** What of the first arm tells whom to ask; undefined while nothing does. */
export function marksOf(writing: Writing): Writing | undefined {
  const [first] = listAt(writing, '/items');
  if (!isRecord(first)) return undefined;
  const { countryOfManufacture, yearOfManufacture, importMarks, factoryMark } = first;
  const texts = listAt(first, '/otherMarks').flatMap((mark) => textAt(mark, '/text') || []);
  const marks: Writing = {
    ...(countryOfManufacture && { countryOfManufacture }),
    ...(yearOfManufacture && { yearOfManufacture }),
    ...(importMarks && { importMarks }),
    ...(factoryMark && { factoryMarks: [factoryMark] }),
    ...(texts.length > 0 && { otherMarks: texts }),
  };
  return Object.keys(marks).length === 0 ? undefined : marks;
}
