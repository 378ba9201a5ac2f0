import type { Actor } from '@vestigo/identity';
import type { RecordedEvent } from '@vestigo/kernel';

/** What a page may show: the first words of the addresses beneath `/v1`. */
export const LIVE_KINDS = ['requests', 'cases', 'oversight', 'imports'] as const;
export type LiveKind = (typeof LIVE_KINDS)[number];

/** That something changed, and where it is read; never what. */
export interface Change {
  readonly id: string;
  /** Whose desks read it, ISO 3166-1 alpha-3. */
  readonly states: readonly string[];
  /** True for what nobody but the officers of these States may know of: a draft. */
  readonly confined?: boolean;
}

interface Subject {
  readonly kind: LiveKind;
  /** Whether this reader would be shown it by the route that it is read at. */
  mayLearn(actor: Actor, change: Change): boolean | Promise<boolean>;
}

/** Something that follows from the log. */
export interface LoggedSubject extends Subject {
  /** Of the streams whose events change it; all when absent. */
  readonly categories?: readonly string[];
  changeIn(event: RecordedEvent): Change | undefined | Promise<Change | undefined>;
}

/** Something that is kept beside the log, and is looked at now and then. */
export interface LookedAtSubject extends Subject {
  /** What there is to be seen now, and a mark that is another one whenever it has changed. */
  look(): Promise<readonly (Change & { readonly mark: string })[]>;
}

export type LiveSubject = LoggedSubject | LookedAtSubject;

/** The desks of these States, and the coordinator, who sees lines of all. */
export function atTheirDesks({ role, state }: Actor, { states, confined = false }: Change): boolean {
  if (role === 'coordinator') return !confined;
  if (confined && role !== 'officer') return false;
  return state !== null && states.includes(state);
}
