import type { Problem } from '../api/problem';
import type { MessageId } from '../messages/areas';
import { isRecord, listAt, textAt, textsAt, valueAt, type Writing } from '../matters/writing';

/** What keeps a request from being sent, and where: said by the page, or by the service in its own words. */
export type Fault = { readonly pointer: string } & (
  { readonly says: MessageId } | { readonly detail: string }
);

interface Rule {
  readonly pointer: string;
  readonly says: MessageId;
  readonly isMissing: (writing: Writing) => boolean;
}

const blank = (pointer: string) => (writing: Writing) => textAt(writing, pointer).trim() === '';

/** What ITI 17(a) and (c) ask of every request, in the order of the form; the service judges again, and more. */
const rules: readonly Rule[] = [
  { pointer: '/acquisitionMode', says: 'requesting.needAcquisition', isMissing: blank('/acquisitionMode') },
  { pointer: '/respondingState', says: 'requesting.needState', isMissing: blank('/respondingState') },
  {
    pointer: '/illicitGrounds',
    says: 'requesting.needGround',
    isMissing: (writing) =>
      textsAt(writing, '/illicitGrounds').length === 0 && valueAt(writing, '/licitCrime') !== true,
  },
  { pointer: '/legalBasis', says: 'requesting.needLegalBasis', isMissing: blank('/legalBasis') },
  { pointer: '/intendedUse', says: 'requesting.needUse', isMissing: blank('/intendedUse') },
  {
    pointer: '/justification',
    says: 'requesting.needUrgency',
    isMissing: (writing) => textAt(writing, '/priority') === 'URGENT' && blank('/justification')(writing),
  },
];

export function faultsOf(writing: Writing): readonly Fault[] {
  const items = listAt(writing, '/items').flatMap((item, index): readonly Fault[] => {
    const kind = isRecord(item) ? item['kind'] : undefined;
    const pointer = `/items/${index}/${kind === 'PART' ? 'part' : 'type'}`;
    const isNamed = kind === 'AMMUNITION' || textAt(writing, pointer) !== '';
    return isNamed
      ? []
      : [{ pointer, says: kind === 'PART' ? 'requesting.needPart' : 'requesting.needType' }];
  });
  const missing = rules.filter(({ isMissing }) => isMissing(writing));
  const faults = missing.map(({ pointer, says }) => ({ pointer, says }));
  const ofFinding = faults.filter(({ pointer }) => pointer === '/acquisitionMode');
  return [...ofFinding, ...items, ...faults.filter((fault) => !ofFinding.includes(fault))];
}

/** What the service found; a refusal that names no field stands for the whole. */
export function faultsIn({ errors, detail }: Problem): readonly Fault[] {
  return errors && errors.length > 0 ? errors : [{ pointer: '', detail }];
}

/**
 * What still stands when the request was changed after it was checked. What the page can judge it judges again; what the service said of
 * a value falls with that value, and what it said of the whole stands until it is asked again.
 */
export function standing(faults: readonly Fault[], checked: Writing, writing: Writing): readonly Fault[] {
  if (checked === writing) return faults;
  const missing = faultsOf(writing);
  const isUntouched = (pointer: string) =>
    pointer === '' || JSON.stringify(valueAt(checked, pointer)) === JSON.stringify(valueAt(writing, pointer));
  return faults.filter((fault) =>
    'says' in fault ? missing.some(({ pointer }) => pointer === fault.pointer) : isUntouched(fault.pointer),
  );
}

/** The fault on a field, or on what is within it. */
export const faultOn = (faults: readonly Fault[], pointer: string): Fault | undefined =>
  faults.find((fault) => fault.pointer === pointer || fault.pointer.startsWith(`${pointer}/`));
