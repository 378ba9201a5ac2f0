import type { TraceDetail } from '@vestigo/requesting';

type Trail = TraceDetail['trails'][number];
type Hop = Trail['hops'][number];
type Consent = Hop['clocks']['consents'][number];
type Due = NonNullable<Hop['clocks']['answerDue']>;

/** Lines for a person who wants to see where an arm was asked about, from State to State, and how long it took. */
export function traceReport({ id, asOf, trails }: TraceDetail): readonly string[] {
  return [
    `Trace ${id} as of ${asOf}`,
    ...trails.flatMap((trail, index) => ['', ...trailLines(trail, index + 1, trails.length, asOf)]),
  ];
}

function trailLines(trail: Trail, number: number, of: number, asOf: string): readonly string[] {
  const { startedAt, endedAt, elapsedSeconds, before, hops, owed } = trail;
  const span = endedAt === null ? `goes on since ${startedAt}` : `${startedAt} to ${endedAt}`;
  return [
    `Arm ${String(number)} of ${String(of)}: ${span}, ${elapsed(elapsedSeconds)}`,
    ...(before.length > 0 ? [`  before: ${before.map(pair).join(', ')}`] : []),
    ...hops.flatMap((hop) => hopLines(hop, asOf)),
    ...owed.map(
      ({ hop, act, state, towards, due }) =>
        `  owed in hop ${String(hop)}: ${[state, act, ...(towards === undefined ? [] : [towards])].join(' ')}${dueText(due)}`,
    ),
  ];
}

function hopLines(hop: Hop, asOf: string): readonly string[] {
  const { number, follows, clocks, status, result, outcomes, furtherStates, conditions } = hop;
  const said = [status, ...(result === null ? [] : [result]), ...outcomes].join(' ');
  const { acknowledgedAt, acknowledgeDue, answeredAt, answerDue } = clocks;
  return [
    `  ${String(number)}. ${pair(hop)} ${said}`,
    line('request', `${hop.requestId} item ${String(hop.item)}${hop.imported ? ', imported' : ''}`),
    ...(follows === null ? [] : [line('follows', `hop ${String(follows)}`)]),
    line('submitted', clocks.submittedAt),
    line('received', clocks.receivedAt ?? 'not yet'),
    line('acknowledged', clockText(acknowledgedAt, acknowledgeDue, asOf)),
    line('answered', clockText(answeredAt, answerDue, asOf)),
    ...(clocks.lastAnsweredAt === answeredAt ? [] : [line('last answer', clocks.lastAnsweredAt ?? '')]),
    ...clocks.consents.map((consent) =>
      line(`consent ${String(consent.consent)}`, consentText(consent, asOf)),
    ),
    ...(furtherStates.length > 0 ? [line('leads to', furtherStates.join(', '))] : []),
    ...conditions.map((condition) => line('condition', conditionText(condition))),
  ];
}

const line = (name: string, text: string) => `     ${name.padEnd(14)}${text}`;

const pair = (states: { readonly requestingState: string; readonly respondingState: string }) =>
  `${states.requestingState} > ${states.respondingState}`;

/** What was done and when it was due; a limit is missed from its instant on. */
function clockText(doneAt: string | null, due: Due | null, asOf: string): string {
  const isLate = typeof due?.at === 'string' && Date.parse(doneAt ?? asOf) >= Date.parse(due.at);
  return `${doneAt ?? 'not yet'}${dueText(due)}${isLate ? ', late' : ''}`;
}

function consentText({ askedAt, receivedAt, decision, decidedAt, due }: Consent, asOf: string): string {
  const decided = decision === null ? 'not yet' : `${decision} ${decidedAt ?? ''}`;
  const clock = clockText(decidedAt, due, asOf).slice((decidedAt ?? 'not yet').length);
  return `asked ${askedAt ?? 'not yet'}, received ${receivedAt ?? 'not yet'}, decided ${decided}${clock}`;
}

function dueText(due: Due | null): string {
  if (due === null) return '';
  const when = due.at === null ? standsStill(due) : `due before ${due.at}`;
  return `, ${when} (${due.regime}, ${due.nature})`;
}

const standsStill = ({ suspendedSince }: Due) =>
  `the clock stands still${suspendedSince === null ? '' : ` since ${suspendedSince}`}`;

/** Conditions that this version does not know are shown as they came. */
function conditionText(condition: object): string {
  const { kind, ...members } = { kind: '', ...condition };
  const told = Object.entries(members).map(([name, value]) => `${name} ${valueText(value)}`);
  return [kind, ...told].join('; ');
}

const valueText = (value: unknown): string =>
  Array.isArray(value)
    ? value.map(valueText).join(', ')
    : typeof value === 'string'
      ? value
      : JSON.stringify(value);

const units = [
  { name: 'd', seconds: 86_400 },
  { name: 'h', seconds: 3600 },
  { name: 'min', seconds: 60 },
  { name: 's', seconds: 1 },
] as const;

/** The two greatest units, such as `12 d 3 h`. */
export function elapsed(seconds: number): string {
  const first = units.findIndex((unit) => seconds >= unit.seconds);
  if (first < 0) return '0 s';
  let rest = seconds;
  const parts = units.slice(first, first + 2).map((unit) => {
    const count = Math.floor(rest / unit.seconds);
    rest -= count * unit.seconds;
    return { count, name: unit.name };
  });
  return parts
    .filter(({ count }) => count > 0)
    .map(({ count, name }) => `${String(count)} ${name}`)
    .join(' ');
}
