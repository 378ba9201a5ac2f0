import type { RequestContent } from './request-content';

/** One thing about the recovery of an arm that was compared, and how it came out. */
export interface RecoveryFinding {
  readonly field: 'recoveredOn' | 'recoveryPlace';
  readonly finding: 'SAME' | 'DIFFERENT' | 'DOUBTFUL' | 'UNKNOWN';
}

/** Whether two requests may be about one recovery: by its day, as precise as both know it, and by its place. */
export function compareRecoveries(one: RequestContent, other: RequestContent): readonly RecoveryFinding[] {
  return [
    { field: 'recoveredOn', finding: compareDates(one.recoveredOn, other.recoveredOn) },
    { field: 'recoveryPlace', finding: comparePlaces(one, other) },
  ];
}

function compareDates(one: string | undefined, other: string | undefined): RecoveryFinding['finding'] {
  if (one === undefined || other === undefined) return 'UNKNOWN';
  const length = Math.min(one.length, other.length);
  return one.slice(0, length) === other.slice(0, length) ? 'SAME' : 'DIFFERENT';
}

/** A place is written in many ways: other words are no proof that it is another one. */
function comparePlaces(one: RequestContent, other: RequestContent): RecoveryFinding['finding'] {
  const [state, otherState] = [one.recoveredAt?.state, other.recoveredAt?.state];
  if (state !== undefined && otherState !== undefined && state !== otherState) return 'DIFFERENT';
  const [place, otherPlace] = [plain(one), plain(other)];
  if (place === '' || otherPlace === '') return 'UNKNOWN';
  return place === otherPlace ? 'SAME' : 'DOUBTFUL';
}

const plain = ({ recoveryPlace, recoveredAt }: RequestContent) =>
  (recoveryPlace ?? recoveredAt?.area ?? '')
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
