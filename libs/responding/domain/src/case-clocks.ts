import {
  type Clock,
  decodeClockBasis,
  dueOf,
  type Limit,
  type Owed,
  type RegimeProfile,
  type ShownNature,
  versionFor,
} from '@vestigo/deadlines';
import type { Instant } from '@vestigo/kernel';
import type { MatterStatus } from '@vestigo/lifecycle';
import type { ClockNotes } from './clock-notes';

/**
 * RUNNING: until `dueAt`, which may have passed. SUSPENDED: while information is owed. STOPPED: by what it waited for. SET_ASIDE: the matter went
 * another way before. UNLIMITED: nothing sets a limit.
 */
export const CLOCK_STANDINGS = ['RUNNING', 'SUSPENDED', 'STOPPED', 'SET_ASIDE', 'UNLIMITED'] as const;
export type ClockStanding = (typeof CLOCK_STANDINGS)[number];

/** Where one clock of a case stands, and by which rule. */
export interface CaseClock {
  readonly standing: ClockStanding;
  /** The first instant that is late; null while it is suspended or nothing sets a limit. */
  readonly dueAt: Instant | null;
  /** When that happened which it waits for, or the matter went another way. */
  readonly endedAt: Instant | null;
  readonly rule: ClockRule | null;
  /** When it stood still because the requesting State owed information; `to` is Infinity while it does. */
  readonly owed: readonly Owed[];
}

export interface ClockRule {
  readonly regime: string;
  readonly nature: ShownNature;
  readonly clause: string;
  readonly limit: Limit;
  /** IANA name of the zone in which days end. */
  readonly timeZone: string;
}

export type CaseClocks = Readonly<Record<Clock, CaseClock>>;

/**
 * Both clocks of a case as its desk knows them. `status`: that of its matter, which also knows word that came before the request. Throws
 * `UnreadableClockBasis` for a basis that `encodeClockBasis` did not write.
 */
export function clocksOf(
  notes: ClockNotes,
  status: MatterStatus,
  profiles: readonly RegimeProfile[],
): CaseClocks {
  const basis = {
    ...decodeClockBasis(notes.basis),
    receivedAt: notes.receivedAt,
    recordedAt: notes.recordedAt,
  };
  const dates = dueOf(basis, profiles, owedIn(notes));
  const setAsideAt = SET_ASIDE.includes(status) ? (notes.setAsideAt ?? notes.receivedAt) : null;
  const clock = (which: Clock, stoppedAt: Instant | null): CaseClock => {
    const due = dates[which];
    const profile = profiles.find(({ code }) => code === due?.regime);
    const version = profile && versionFor(profile, basis);
    const rules = basis.priority === 'URGENT' ? version?.urgent : version?.routine;
    const limit = rules?.[which];
    const endedAt = stoppedAt ?? setAsideAt;
    if (!due || !rules || !limit) {
      return { standing: 'UNLIMITED', dueAt: null, endedAt, rule: null, owed: [] };
    }
    const { regime, nature } = due;
    const suspends = which === 'answer' && rules.suspendsWhileInformationIsOwed;
    return {
      standing: standingOf(due.at, stoppedAt, setAsideAt),
      dueAt: due.at < Infinity ? due.at : null,
      endedAt,
      rule: { regime, nature, clause: rules.clause, limit, timeZone: basis.timeZone },
      owed: suspends ? owedIn(notes) : [],
    };
  };
  return {
    acknowledge: clock('acknowledge', notes.acknowledgedAt),
    answer: clock('answer', notes.repliedAt),
  };
}

/** Where the work of this desk is over without a reply (8.1). */
const SET_ASIDE: readonly MatterStatus[] = ['withdrawn', 'redirected', 'duplicate', 'lapsed'];

function standingOf(due: Instant, stoppedAt: Instant | null, setAsideAt: Instant | null): ClockStanding {
  if (stoppedAt !== null) return 'STOPPED';
  if (setAsideAt !== null) return 'SET_ASIDE';
  return due < Infinity ? 'RUNNING' : 'SUSPENDED';
}

const owedIn = ({ questions }: ClockNotes): readonly Owed[] =>
  questions.map(({ askedAt, settledAt }) => ({ from: askedAt, to: settledAt ?? Infinity }));
