const states = [
  ...['JAM', 'USA', 'MEX', 'TTO', 'BRA', 'COL', 'NGA', 'GHA', 'SEN', 'MLI', 'KEN', 'UGA', 'ZAF', 'FRA'],
  ...['ESP', 'ITA', 'DEU', 'AUT', 'HRV', 'SRB'],
];

const circumstances =
  'Found in a search of a warehouse at the port, wrapped in oilcloth beneath a false floor. '
    .repeat(6)
    .trimEnd();

const basis = 'ROUTINE;ITI;Etc/UTC;6,0';

/** The parties of the n-th request: the same number always names the same ordered pair. */
function partiesOf(number) {
  const requesting = number % states.length;
  const other = 1 + ((number * 7) % (states.length - 1));
  return {
    requestingState: states[requesting],
    respondingState: states[(requesting + other) % states.length],
  };
}

/** With its metadata and columns an event of it takes about 1.2 KB. */
function contentOf(number) {
  return {
    reference: `CASE-${number}`,
    priority: 'ROUTINE',
    regimes: ['ITI'],
    illicitGrounds: ['ILL_NATLAW'],
    legalBasis: 'Firearms Act, section 20: possession without a licence.',
    intendedUse: 'INVESTIGATION',
    acquisitionMode: 'SEIZED',
    recoveredOn: '2026-03-14',
    recoveryPlace: 'Kingston',
    circumstances,
    arm: {
      type: 'PISTOL_SELFLOADING',
      calibre: '9x19',
      serial: { asObserved: `AB${number}`, part: 'FRAME_RECEIVER', condition: 'INTACT' },
    },
  };
}

function entryOf(newId, number, requestId, { category, version, type, code, at }) {
  const { requestingState, respondingState } = partiesOf(number);
  return {
    stream: `${category}-${requestId}`,
    version,
    event: {
      id: newId(),
      event: {
        type,
        occurredAt: at,
        clock: { requestId, requestingState, respondingState, code, imported: false },
        data: contentOf(number),
      },
      meta: {
        actor: `officer@${requestingState}`,
        state: requestingState,
        role: 'officer',
        correlationId: requestId,
        causationId: requestId,
      },
    },
  };
}

const submitted = { category: 'tracingRequest', version: 1, type: 'RequestSubmitted', code: 'ROUTINE' };

/** Submissions of `count` requests, each the first event of a stream of its own. */
export function submissions(newId, count) {
  const at = Date.now();
  return Array.from({ length: count }, (_, number) => entryOf(newId, number, newId(), { ...submitted, at }));
}

/** How many requests later the answers to a request come. */
const course = [
  { ...submitted, lag: 0 },
  { category: 'traceCase', version: 1, type: 'CaseReceived', code: basis, lag: 0 },
  { category: 'traceCase', version: 2, type: 'CaseAcknowledged', code: '', lag: 500 },
  { category: 'traceCase', version: 3, type: 'CaseAnswered', code: 'FULL', lag: 5000 },
];

const start = Date.UTC(2024, 0, 1);
const minutesBetween = 4;

/** A log without end: a request every four minutes, acknowledged a day and answered two weeks later. */
export function* courseOfRequests(newId) {
  const ids = new Map();
  for (let number = 0; ; number += 1) {
    ids.set(number, newId());
    const at = start + number * minutesBetween * 60_000;
    for (const { lag, ...stage } of course) {
      const about = number - lag;
      if (about >= 0) yield entryOf(newId, about, ids.get(about), { ...stage, at });
    }
    ids.delete(number - 5000);
  }
}
