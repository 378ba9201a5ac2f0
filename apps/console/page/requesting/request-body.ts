import { isRecord, type Json, listAt, textAt, textsAt, type Writing } from '../matters/writing';
import { ofItsKind } from './item-kinds';

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
  const told = ofItsKind(item);
  const { serial, partSerials: _, proofMarks: __, ...rest } = told;
  const others = listAt(told, '/partSerials').filter(saysSomething);
  const proofMarks = textsAt(told, '/proofMarks')
    .map((mark) => mark.trim())
    .filter((mark) => mark !== '');
  return {
    ...rest,
    ...(isRecord(serial) && { serial: serialOf(serial) }),
    ...(others.length > 0 && { partSerials: others.map(serialOf) }),
    ...(proofMarks.length > 0 && { proofMarks }),
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
  const told = ofItsKind(first);
  const { countryOfManufacture, yearOfManufacture, factoryMark } = told;
  const importMarks = listAt(told, '/importMarks').filter((mark) => textAt(mark, '/country') !== '');
  const texts = listAt(told, '/otherMarks').flatMap((mark) => textAt(mark, '/text') || []);
  const marks: Writing = {
    ...(countryOfManufacture && { countryOfManufacture }),
    ...(yearOfManufacture && { yearOfManufacture }),
    ...(importMarks.length > 0 && { importMarks }),
    ...(factoryMark && { factoryMarks: [factoryMark] }),
    ...(texts.length > 0 && { otherMarks: texts }),
  };
  return Object.keys(marks).length === 0 ? undefined : marks;
}
