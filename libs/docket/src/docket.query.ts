import type { Instant, View } from '@vestigo/kernel';
import { type DocketLine, type DocketSubject, NOTHING_DUE, SUSPENDED_DUE } from './docket.projection';

/** What a docket is narrowed to. */
export interface DocketFilter<Status extends string> {
  /** Only the docket of this State; all when null. */
  readonly state: string | null;
  readonly status?: Status | undefined;
  /** Only matters with this State on the other side. */
  readonly otherState?: string | undefined;
  readonly priority?: string | undefined;
  /** Only matters whose next clock runs out before this instant. */
  readonly dueBefore?: Instant | undefined;
  /** Only matters whose clock stands still, and nothing else falls due. */
  readonly suspended?: boolean | undefined;
  /** Only matters of which something falls due, or is suspended. */
  readonly open?: boolean | undefined;
  /** Only matters that are named so. */
  readonly named?: Named | undefined;
}

export interface Named {
  /** Part of the id. */
  readonly id: string;
  /** Or these, whatever their ids contain. */
  readonly ids: readonly string[];
}

/** By the clock that runs out next. OPEN: any clock runs or is suspended. SUSPENDED: nothing else falls due. */
export const DUE_FILTERS = ['OVERDUE', 'WITHIN_3_DAYS', 'SUSPENDED', 'OPEN'] as const;
export type DueFilter = (typeof DUE_FILTERS)[number];

/** `due`: what falls due next first, then what is suspended, then the rest. */
export const DOCKET_ORDERS = ['newest', 'due'] as const;
export type DocketOrder = (typeof DOCKET_ORDERS)[number];

const day = 86_400_000;

/** A clock that runs out at the instant that is now has run out. */
export function dueFilterOf(
  due: DueFilter | undefined,
  now: Instant,
): Pick<DocketFilter<never>, 'dueBefore' | 'suspended' | 'open'> {
  const within = { OVERDUE: 1, WITHIN_3_DAYS: 3 * day };
  return {
    dueBefore: due === 'OVERDUE' || due === 'WITHIN_3_DAYS' ? now + within[due] : undefined,
    suspended: due === 'SUSPENDED',
    open: due === 'OPEN',
  };
}

export interface DocketQuery<Status extends string> extends DocketFilter<Status> {
  /** Drafts as well. */
  readonly drafts?: boolean;
  /** Only lines before this place. */
  readonly before?: number | undefined;
  readonly limit: number;
}

/** Where a page of what falls due next ended. */
export interface DuePlace {
  readonly dueOrder: number;
  readonly place: number;
}

export interface DueQuery<Status extends string> extends DocketFilter<Status> {
  /** Drafts as well: nothing is due of them. */
  readonly drafts?: boolean;
  readonly after?: DuePlace | undefined;
  readonly limit: number;
}

type Listed<Status extends string> = Pick<DocketSubject<Status, never>, 'name' | 'desk'>;

/** Lines of a docket, newest first. */
export function linesOf<Status extends string>(
  view: View,
  subject: Listed<Status>,
  { before, drafts = false, limit, ...filter }: DocketQuery<Status>,
): readonly DocketLine<Status>[] {
  const { text, values } = narrowed(subject, filter);
  const rows = view.all<Row<Status>>(
    `SELECT * FROM ${subject.name} WHERE place < ? ${drafts ? '' : 'AND draft = 0'} ${text} ORDER BY place DESC LIMIT ?`,
    ...[before ?? Number.MAX_SAFE_INTEGER, ...values, limit],
  );
  return rows.map(lineOf);
}

/** Lines of a docket by what falls due next: then those that are suspended, then the others; of each the newest first. */
export function dueLinesOf<Status extends string>(
  view: View,
  subject: Listed<Status>,
  { after, drafts = false, limit, ...filter }: DueQuery<Status>,
): readonly DocketLine<Status>[] {
  const { text, values } = narrowed(subject, filter);
  const from = [after?.dueOrder ?? Number.MIN_SAFE_INTEGER, after ? -after.place : 0];
  const rows = view.all<Row<Status>>(
    `SELECT * FROM ${subject.name} WHERE (due_order, -place) > (?, ?) ${drafts ? '' : 'AND draft = 0'} ${text}
     ORDER BY due_order, -place LIMIT ?`,
    ...[...from, ...values, limit],
  );
  return rows.map(lineOf);
}

function narrowed<Status extends string>({ desk }: Listed<Status>, filter: DocketFilter<Status>) {
  const other = desk === 'respondingState' ? 'requesting_state' : 'responding_state';
  const { named } = filter;
  const given: readonly (readonly [string, string | number | null | undefined])[] = [
    ['desk = ?', filter.state],
    ['status = ?', filter.status],
    [`${other} = ?`, filter.otherState],
    ['priority = ?', filter.priority],
    ['due_order < ?', filter.dueBefore],
    ['due_order = ?', filter.suspended === true ? SUSPENDED_DUE : undefined],
    ['due_order < ?', filter.open === true ? NOTHING_DUE : undefined],
  ];
  const conditions = given.flatMap(([condition, value]) =>
    value === undefined || value === null ? [] : [{ condition, values: [value] }],
  );
  const byName = {
    condition: '(id IN (SELECT value FROM json_each(?)) OR instr(id, ?) > 0)',
    values: [JSON.stringify(named?.ids), named?.id ?? ''],
  };
  const all = named ? [...conditions, byName] : conditions;
  return {
    text: all.map(({ condition }) => `AND ${condition}`).join(' '),
    values: all.flatMap(({ values }) => values),
  };
}

interface Row<Status> {
  readonly id: string;
  readonly place: number;
  readonly requesting_state: string;
  readonly responding_state: string;
  readonly status: Status;
  readonly priority: string;
  readonly imported: number;
  readonly draft: number;
  readonly opened_at: number;
  readonly changed_at: number;
  readonly due_acknowledge: number | null;
  readonly due_answer: number | null;
  readonly suspended: number;
  readonly due_order: number;
  readonly version: number;
}

const lineOf = <Status extends string>(row: Row<Status>): DocketLine<Status> => ({
  id: row.id,
  place: row.place,
  requestingState: row.requesting_state,
  respondingState: row.responding_state,
  status: row.status,
  priority: row.priority,
  imported: row.imported === 1,
  isDraft: row.draft === 1,
  openedAt: row.opened_at,
  changedAt: row.changed_at,
  due: {
    acknowledge: row.due_acknowledge,
    answer: row.due_answer,
    suspended: row.suspended === 1,
  },
  dueOrder: row.due_order,
  version: row.version,
});
